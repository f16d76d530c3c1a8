package io.pfsgateway.domain.bucket;

import static io.pfsgateway.domain.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.FailureKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class BucketNameTest {
    private static final String COMMIT = "0123456789ab4def8123456789abcdef";
    private static final String NO_COMMIT = "0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @CsvSource({
        "repo, master.repo.default",
        "branch.repo, branch.repo.default",
        "branch.repo.project, branch.repo.project",
        "master.repo.default, master.repo.default",
        "A-b_9.-x.Y, A-b_9.-x.Y",
        NO_COMMIT + ", master." + NO_COMMIT + ".default",
        NO_COMMIT + ".repo, " + NO_COMMIT + ".repo.default",
        "master." + COMMIT + ", master." + COMMIT + ".default"
    })
    void namesTheHeadOfABranch(String text, String canonical) {
        BucketName bucket = BucketName.parse(text);
        assertThat(bucket.branch().canonicalName()).isEqualTo(canonical);
        assertThat(bucket.isReadOnly()).isFalse();
        assertThat(bucket.defaultRef()).isEqualTo(CommitRef.HEAD);
    }

    @ParameterizedTest
    @CsvSource({
        "repo, master.repo.default",
        "branch.repo, branch.repo.default",
        "branch.repo.project, branch.repo.project"
    })
    void namesACommitOfABranchToBeReadOnly(String rest, String canonical) {
        BucketName bucket = BucketName.parse(COMMIT + "." + rest);
        assertThat(bucket.branch().canonicalName()).isEqualTo(canonical);
        assertThat(bucket.commit()).contains(new CommitId(COMMIT));
        assertThat(bucket.isReadOnly()).isTrue();
        assertThat(bucket.defaultRef()).isEqualTo(CommitRef.to(new CommitId(COMMIT)));
    }

    static Stream<String> notNames() {
        return Stream.of(
                "",
                ".",
                "..",
                "a..b",
                ".b",
                "b.",
                "a.b.c.d",
                COMMIT,
                COMMIT + ".",
                COMMIT + ".a.b.c.d",
                "a b",
                "a/b",
                "a^.b",
                "HEAD^.a",
                "é.b",
                "a\n.b",
                "a\u0000",
                "x".repeat(256),
                "master.*");
    }

    @ParameterizedTest
    @MethodSource("notNames")
    void refusesWhatIsNoName(String text) {
        assertRefused(FailureKind.INVALID_BUCKET_NAME, () -> BucketName.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"repo, master.repo", "a.b.default, a.b", "a.b.c, a.b.c", COMMIT + ".r, " + COMMIT + ".master.r"})
    void showsANameThatMeansTheSameBucket(String text, String shown) {
        BucketName bucket = BucketName.parse(text);
        assertThat(bucket).hasToString(shown);
        assertThat(BucketName.parse(shown)).isEqualTo(bucket);
    }

    @Test
    void standsInTheOrderOfProjectThenRepositoryThenBranch() {
        List<BranchId> ordered = Stream.of("z.a.a", "a.b.a", "B.b.b", "b.b.b", "a.c.b")
                .map(BucketName::parse)
                .map(BucketName::branch)
                .toList();
        assertThat(ordered.stream().sorted(Comparator.reverseOrder()).sorted()).containsExactlyElementsOf(ordered);
    }

    @Test
    void ofABranchHasNoCommit() {
        assertThat(BucketName.of(BranchId.of("a", "b")).commit()).isEqualTo(Optional.empty());
    }
}
