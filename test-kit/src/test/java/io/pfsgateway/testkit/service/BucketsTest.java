package io.pfsgateway.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.in.ListBucketsUseCase;
import io.pfsgateway.application.service.CreateBucketService;
import io.pfsgateway.application.service.DeleteBucketService;
import io.pfsgateway.application.service.InspectBucketService;
import io.pfsgateway.application.service.ListBucketsService;
import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BranchInfo;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.bucket.ProjectName;
import io.pfsgateway.domain.failure.FailureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Buckets come, go, and are listed to those who may read them. */
final class BucketsTest extends ServiceTest {
    private final CreateBucketService create = new CreateBucketService(files.branches(), clearance, configurations);
    private final ListBucketsService list = new ListBucketsService(files.branches());

    private List<String> names(Caller caller, String prefix, int limit) {
        List<String> names = new ArrayList<>();
        Optional<String> token = Optional.empty();
        do {
            ListBucketsUseCase.Result page =
                    list.listBuckets(new ListBucketsUseCase.Query(caller, prefix, token, limit));
            assertThat(page.buckets()).hasSizeLessThanOrEqualTo(limit);
            page.buckets().forEach(branch -> names.add(branch.id().bucketName()));
            token = page.nextToken();
        } while (token.isPresent());
        return names;
    }

    @Test
    void aBucketIsThereOnceItIsMadeAndGoneOnceItIsDeleted() {
        BucketName bucket = BucketName.parse("dev.images");
        create.createBucket(ANYONE, bucket);
        InspectBucketService inspect = new InspectBucketService(files.branches(), files.reader());
        assertThat(inspect.inspectBucket(ANYONE, bucket, Right.READ).id()).isEqualTo(bucket.branch());
        assertRefused(FailureKind.BUCKET_EXISTS, () -> create.createBucket(ANYONE, bucket));
        new DeleteBucketService(files.branches(), clearance, configurations).deleteBucket(ANYONE, bucket);
        assertRefused(FailureKind.NO_SUCH_BUCKET, () -> inspect.inspectBucket(ANYONE, bucket, Right.READ));
    }

    @Test
    void aBucketIsDeletedWhateverItHolds() {
        put("a", "text");
        new DeleteBucketService(files.branches(), clearance, configurations).deleteBucket(ANYONE, BUCKET);
        assertThat(files.branches().find(BUCKET.branch())).isEmpty();
    }

    @Test
    void noBranchIsMadeThatABucketsNameWouldTakeForACommit() {
        BucketName bucket = BucketName.of(BranchId.of(UNKNOWN.value(), "repo"));
        assertRefused(FailureKind.INVALID_BUCKET_NAME, () -> create.createBucket(ANYONE, bucket));
        assertThat(files.branches().find(bucket.branch())).isEmpty();
    }

    @Test
    void noProjectIsMadeByMakingABucket() {
        assertRefused(
                FailureKind.NO_SUCH_BUCKET, () -> create.createBucket(ANYONE, BucketName.parse("master.repo.nowhere")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void listsEveryBucketUnderANameThatWorksInPagesOfAnySize(int limit) {
        memory.addProject(new ProjectName("other"));
        for (String name : List.of("dev.images", "master.images", "master.a", "master.images.other")) {
            create.createBucket(ANYONE, BucketName.parse(name));
        }
        List<String> names = names(ANYONE, "", limit);
        assertThat(names)
                .containsExactly("master.a", "dev.images", "master.images", "master.repo", "master.images.other");
        names.forEach(name -> assertThat(files.branches().find(branch(name))).isPresent());
    }

    @Test
    void listsOnlyWhatTheCallerMayReadAndWhatStartsWithThePrefix() {
        for (String name : List.of("dev.images", "master.images", "master.secret")) {
            create.createBucket(ANYONE, BucketName.parse(name));
        }
        assertThat(names(withRight(Right.READ, "*.images"), "", 1)).containsExactly("dev.images", "master.images");
        assertThat(names(ANYONE, "master.", 2)).containsExactly("master.images", "master.repo", "master.secret");
        assertThat(names(NOBODY, "", 1)).isEmpty();
    }

    @Test
    void goesOnThroughMoreBranchesThanACatalogPageHolds() {
        for (int i = 0; i < 1100; i++) {
            files.branches().create(BranchId.of("master", "repo-" + i));
        }
        files.branches().create(BranchId.of("master", "zebra"));
        assertThat(names(withRight(Right.READ, "master.zebra"), "", 1)).containsExactly("master.zebra");
    }

    @Test
    void goesOnBehindABucketThatIsGone() {
        create.createBucket(ANYONE, BucketName.parse("master.a"));
        ListBucketsUseCase.Result page =
                list.listBuckets(new ListBucketsUseCase.Query(ANYONE, "", Optional.empty(), 1));
        files.branches().delete(branch("master.a"));
        ListBucketsUseCase.Result next =
                list.listBuckets(new ListBucketsUseCase.Query(ANYONE, "", page.nextToken(), 1));
        assertThat(next.buckets()).extracting(BranchInfo::id).containsExactly(BUCKET.branch());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "bWFzdGVyLnJlcG8uZGVmYXVsdA", "!!!"})
    void refusesATokenThatItDidNotMake(String token) {
        assertRefused(
                FailureKind.INVALID_ARGUMENT,
                () -> list.listBuckets(new ListBucketsUseCase.Query(ANYONE, "", Optional.of(token), 1)));
    }
}
