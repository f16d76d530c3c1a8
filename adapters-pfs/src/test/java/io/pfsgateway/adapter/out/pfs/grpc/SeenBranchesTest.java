package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.failure.KeyFailure;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeenBranchesTest {
    private static final BranchId BRANCH = BranchId.of("master", "photos");

    private Optional<String> token = Optional.of("mine");
    private final SeenBranches seen = new SeenBranches(() -> token);

    @Test
    void knowsWhoMetABranch() {
        seen.note(BRANCH);
        assertThat(seen.has(BRANCH)).isTrue();
        assertThat(seen.has(BranchId.of("other", "photos"))).isFalse();
        token = Optional.of("another's");
        assertThat(seen.has(BRANCH)).isFalse();
    }

    @Test
    void forgetsABranchForEverybody() {
        seen.note(BRANCH);
        token = Optional.empty();
        seen.note(BRANCH);
        seen.forget(BRANCH);
        assertThat(seen.has(BRANCH)).isFalse();
        token = Optional.of("mine");
        assertThat(seen.has(BRANCH)).isFalse();
    }

    @Test
    void aStepThatFindsTheBranchGoneForgetsItAndAnyOtherFailureDoesNot() {
        seen.note(BRANCH);
        assertThat(seen.during(BRANCH, () -> "done")).isEqualTo("done");
        assertFails(KeyFailure.noSuchKey("key"));
        assertThat(seen.has(BRANCH)).isTrue();
        assertFails(BucketFailure.noSuchBucket("master.photos"));
        assertThat(seen.has(BRANCH)).isFalse();
    }

    private void assertFails(GatewayFailure failure) {
        assertThatThrownBy(() -> seen.during(BRANCH, () -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void knowsManyBranchesAtOnce() {
        IntStream.range(0, 1_000).mapToObj(SeenBranchesTest::branch).forEach(seen::note);
        assertThat(IntStream.range(0, 1_000).mapToObj(SeenBranchesTest::branch)).allMatch(seen::has);
    }

    private static BranchId branch(int number) {
        return BranchId.of("master", "photos-" + number);
    }
}
