package io.pfsgateway.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.pfsgateway.application.port.out.BucketConfigurationStore;
import io.pfsgateway.application.port.out.CallerIdentity;
import io.pfsgateway.application.port.out.UploadRegistry;
import io.pfsgateway.application.service.GuardedBucketConfigurations;
import io.pfsgateway.application.service.GuardedUploads;
import io.pfsgateway.domain.access.FileSystemToken;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.cors.CorsRules;
import io.pfsgateway.domain.failure.AccessFailure;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.UploadQuery;
import io.pfsgateway.domain.tag.Tag;
import io.pfsgateway.domain.tag.Tags;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadId;
import io.pfsgateway.testkit.fake.InMemoryBucketConfigurations;
import io.pfsgateway.testkit.fake.InMemoryCallerIdentity;
import io.pfsgateway.testkit.fake.InMemoryCallerRights;
import io.pfsgateway.testkit.fake.InMemoryUploads;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The bookkeeping where the file system decides who may. */
final class GuardedBookkeepingTest {
    private static final FileSystemToken ALICE = new FileSystemToken("alices");
    private static final BranchId BRANCH = BranchId.of("master", "images");
    private static final Instant BEGUN = Instant.parse("2026-01-02T03:04:05Z");
    private static final Tags TAGS = Tags.ofBucket(List.of(new Tag("name", "value")));
    private static final UploadQuery QUERY =
            new UploadQuery(BRANCH, "", Optional.empty(), Optional.empty(), Optional.empty(), 10);

    private final InMemoryCallerIdentity identity = new InMemoryCallerIdentity(new FileSystemToken("own"));
    private final InMemoryCallerRights rights = new InMemoryCallerRights(identity);
    private final UploadRegistry uploads = new GuardedUploads(new InMemoryUploads(Clock.systemUTC()), rights);
    private final BucketConfigurationStore configurations =
            new GuardedBucketConfigurations(new InMemoryBucketConfigurations(), rights);
    private final Upload upload = new Upload(
            UploadId.begunAt(BEGUN), BRANCH, new ObjectKey("a"), ObjectAttributes.NONE, Optional.empty(), BEGUN);
    private final CallerIdentity.Scope scope = identity.assume(Optional.of(ALICE));

    @AfterEach
    void close() {
        scope.close();
    }

    private static void assertDenied(ThrowingCallable call) {
        assertThatExceptionOfType(AccessFailure.class).isThrownBy(call);
    }

    @Test
    void letsNobodyBeginFindOrListUploadsWhoMayNot() {
        assertDenied(() -> uploads.begin(upload));
        assertDenied(() -> uploads.list(QUERY));
        rights.give(ALICE, Right.WRITE, BRANCH);
        uploads.begin(upload);
        assertThat(uploads.find(upload.id())).contains(upload);

        rights.give(ALICE, Right.READ, BRANCH);
        assertDenied(() -> uploads.find(upload.id()));
        assertThat(uploads.list(QUERY).entries()).hasSize(1);
    }

    @Test
    void findsNothingForWhomeverItIsNotThere() {
        assertThat(uploads.find(upload.id())).isEmpty();
    }

    @Test
    void letsOwnersAloneSetWhatIsSetOnBuckets() {
        rights.give(ALICE, Right.WRITE, BRANCH);
        assertDenied(() -> configurations.setTags(BRANCH, TAGS));
        assertDenied(() -> configurations.setCorsRules(BRANCH, CorsRules.NONE));

        rights.give(ALICE, Right.ADMIN, BRANCH);
        configurations.setTags(BRANCH, TAGS);
        assertThatNoException().isThrownBy(() -> configurations.setCorsRules(BRANCH, CorsRules.NONE));
        rights.give(ALICE, Right.READ, BRANCH);
        assertThat(configurations.tags(BRANCH)).isEqualTo(TAGS);
    }

    @Test
    void showsTagsToNobodyElseAndCorsRulesToEveryone() {
        assertDenied(() -> configurations.tags(BRANCH));
        assertThat(configurations.corsRules(BRANCH)).isEqualTo(CorsRules.NONE);
    }
}
