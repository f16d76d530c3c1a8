package io.pfsgateway.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.application.port.out.BucketConfigurationStore;
import io.pfsgateway.application.service.BucketCorsService;
import io.pfsgateway.application.service.BucketTaggingService;
import io.pfsgateway.application.service.CreateBucketService;
import io.pfsgateway.application.service.DeleteBucketService;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.cors.CorsMethod;
import io.pfsgateway.domain.cors.CorsPattern;
import io.pfsgateway.domain.cors.CorsRule;
import io.pfsgateway.domain.cors.CorsRules;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.tag.Tag;
import io.pfsgateway.domain.tag.Tags;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is set on a bucket lives and dies with its branch. */
final class BucketConfigurationTest extends ServiceTest {
    private static final Tags TAGS = Tags.ofBucket(List.of(new Tag("name", "value")));
    private static final CorsRules RULES = new CorsRules(List.of(new CorsRule(
            Optional.empty(),
            List.of(new CorsPattern("*")),
            List.of(CorsMethod.GET),
            List.of(),
            List.of(),
            OptionalInt.empty())));

    private final BucketTaggingService tagging =
            new BucketTaggingService(files.branches(), files.reader(), configurations);
    private final BucketCorsService cors = new BucketCorsService(files.branches(), files.reader(), configurations);

    private void setBoth() {
        tagging.setTags(ANYONE, BUCKET, TAGS);
        cors.setCorsRules(ANYONE, BUCKET, RULES);
    }

    private void assertNothingIsSet() {
        assertThat(tagging.tags(ANYONE, BUCKET)).isEqualTo(Tags.NONE);
        assertThat(cors.corsRules(ANYONE, BUCKET)).isEqualTo(CorsRules.NONE);
        assertThat(cors.rulesForPages(BUCKET)).isEqualTo(CorsRules.NONE);
    }

    @Test
    void isShownInABucketThatIsACommitToo() {
        put("a", "text");
        setBoth();
        BucketName commit = at(head().id());

        assertThat(tagging.tags(ANYONE, commit)).isEqualTo(TAGS);
        assertThat(cors.corsRules(ANYONE, commit)).isEqualTo(RULES);
        assertThat(cors.rulesForPages(commit)).isEqualTo(RULES);
    }

    @Test
    void isTakenAway() {
        setBoth();
        tagging.setTags(ANYONE, BUCKET, Tags.NONE);
        cors.setCorsRules(ANYONE, BUCKET, CorsRules.NONE);

        assertNothingIsSet();
    }

    @Test
    void goesWithTheBucket() {
        setBoth();
        new DeleteBucketService(files.branches(), clearance, configurations).deleteBucket(ANYONE, BUCKET);

        assertThat(configurations.tags(BUCKET.branch())).isEqualTo(Tags.NONE);
        assertThat(configurations.corsRules(BUCKET.branch())).isEqualTo(CorsRules.NONE);
    }

    @Test
    void staysWithItsUploadsWhereTheFileSystemRefusesToDeleteTheBucket() {
        setBoth();
        Upload upload = begin();
        BranchCatalog refusing = mock();
        doThrow(BucketFailure.inUse(BUCKET.toString())).when(refusing).delete(BUCKET.branch());
        DeleteBucketService service = new DeleteBucketService(refusing, clearance, configurations);

        assertThatThrownBy(() -> service.deleteBucket(ANYONE, BUCKET)).isInstanceOf(BucketFailure.class);
        assertThat(tagging.tags(ANYONE, BUCKET)).isEqualTo(TAGS);
        assertThat(cors.corsRules(ANYONE, BUCKET)).isEqualTo(RULES);
        assertThat(uploads.registry().find(upload.id())).isPresent();
    }

    private Upload begin() {
        Upload upload = new Upload(
                UploadId.begunAt(Instant.EPOCH),
                BUCKET.branch(),
                key("key"),
                ObjectAttributes.NONE,
                Optional.empty(),
                Instant.EPOCH);
        uploads.registry().begin(upload);
        return upload;
    }

    @Test
    void whatWasBegunInABucketThatAnotherJustMadeStays() {
        BranchCatalog racing = mock();
        when(racing.create(BUCKET.branch())).thenReturn(BranchCatalog.Creation.ALREADY_THERE);
        List<Upload> begun = new ArrayList<>();
        when(racing.find(BUCKET.branch())).thenAnswer(missing -> {
            setBoth();
            begun.add(begin());
            return Optional.empty();
        });
        CreateBucketService service = new CreateBucketService(racing, clearance, configurations);

        assertThatThrownBy(() -> service.createBucket(ANYONE, BUCKET)).isInstanceOf(BucketFailure.class);
        assertThat(tagging.tags(ANYONE, BUCKET)).isEqualTo(TAGS);
        assertThat(cors.corsRules(ANYONE, BUCKET)).isEqualTo(RULES);
        assertThat(begun)
                .singleElement()
                .satisfies(upload ->
                        assertThat(uploads.registry().find(upload.id())).isPresent());
    }

    @Test
    void staysWithTheBucketWhereTheBookkeepingIsOutOfReach() {
        put("a", "text");
        BucketConfigurationStore away = mock();
        when(away.tags(BUCKET.branch())).thenThrow(FileSystemFailure.unavailable(new IllegalStateException()));
        DeleteBucketService service = new DeleteBucketService(files.branches(), clearance, away);

        assertThatThrownBy(() -> service.deleteBucket(ANYONE, BUCKET)).isInstanceOf(FileSystemFailure.class);
        assertThat(files.branches().find(BUCKET.branch())).isPresent();
    }

    @Test
    void isNotFoundInABucketThatIsMadeAgainWhereItWasDeletedByOtherHands() {
        setBoth();
        files.branches().delete(BUCKET.branch());
        new CreateBucketService(files.branches(), clearance, configurations).createBucket(ANYONE, BUCKET);

        assertNothingIsSet();
    }

    @Test
    void staysWhenABucketIsAskedForThatIsThere() {
        setBoth();
        assertRefused(
                FailureKind.BUCKET_EXISTS,
                () -> new CreateBucketService(files.branches(), clearance, configurations)
                        .createBucket(ANYONE, BUCKET));

        assertThat(tagging.tags(ANYONE, BUCKET)).isEqualTo(TAGS);
        assertThat(cors.corsRules(ANYONE, BUCKET)).isEqualTo(RULES);
    }

    @Test
    void pagesLearnNothingOfABucketThatIsNotThere() {
        assertThat(cors.rulesForPages(MISSING)).isEqualTo(CorsRules.NONE);
    }
}
