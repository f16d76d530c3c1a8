package io.pfsgateway.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pfsgateway.application.port.in.DeleteObjectsUseCase;
import io.pfsgateway.application.port.in.DeleteObjectsUseCase.Item;
import io.pfsgateway.application.port.in.DeleteObjectsUseCase.ItemResult;
import io.pfsgateway.application.port.in.GetObjectUseCase;
import io.pfsgateway.application.port.in.PutObjectUseCase;
import io.pfsgateway.application.port.out.BucketConfigurationStore;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.port.out.UploadBookkeeping;
import io.pfsgateway.application.service.DeleteObjectsService;
import io.pfsgateway.application.service.GetObjectService;
import io.pfsgateway.application.service.LastModifiedRule;
import io.pfsgateway.application.service.PutObjectService;
import io.pfsgateway.application.service.UploadClearance;
import io.pfsgateway.domain.access.AccessKey;
import io.pfsgateway.domain.access.BucketPattern;
import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.access.Grant;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.condition.ReadConditions;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.testkit.fake.InMemoryBucketConfigurations;
import io.pfsgateway.testkit.fake.InMemoryFileSystem;
import io.pfsgateway.testkit.fake.InMemoryUploads;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A file system with one bucket, and the words in which tests of services speak; each test fails if it leaves a handle open. */
abstract class ServiceTest {
    static final BucketName BUCKET = BucketName.parse("master.repo");
    static final BucketName MISSING = BucketName.parse("master.missing");
    static final CommitId UNKNOWN = new CommitId("0123456789ab4def8123456789abcdef");
    static final Caller ANYONE = Caller.UNCHECKED;
    static final Caller NOBODY = new Caller(Optional.of(new AccessKey("nobody")), List.of());

    final InMemoryFileSystem memory = new InMemoryFileSystem(new TickingClock());
    final FileSystem files = memory.roles();
    final UploadBookkeeping uploads = new InMemoryUploads(Clock.systemUTC()).roles();
    final UploadClearance clearance = new UploadClearance(uploads, files.staging());
    final BucketConfigurationStore configurations = new InMemoryBucketConfigurations();

    @BeforeEach
    void makeTheBucket() {
        files.branches().create(BUCKET.branch());
    }

    @AfterEach
    void leavesNothingOpen() {
        assertThat(memory.openHandles()).isZero();
    }

    static Caller withRight(Right right, String pattern) {
        return new Caller(Optional.of(new AccessKey("someone")), List.of(new Grant(new BucketPattern(pattern), right)));
    }

    static ObjectKey key(String value) {
        return new ObjectKey(value);
    }

    static BucketName at(CommitId commit) {
        return new BucketName(BUCKET.branch(), Optional.of(commit));
    }

    CommitInfo head() {
        return files.reader().resolve(BUCKET.branch(), CommitRef.HEAD);
    }

    /** Writes, and answers the commit that it made. */
    CommitId put(String key, String text) {
        return put(key, text, ObjectAttributes.NONE);
    }

    CommitId put(String key, String text, ObjectAttributes attributes) {
        return put(key, TextBody.of(text), attributes);
    }

    CommitId put(String key, TextBody body) {
        return put(key, body, ObjectAttributes.NONE);
    }

    private CommitId put(String key, TextBody body, ObjectAttributes attributes) {
        try {
            return new PutObjectService(files.branches(), files.committer())
                    .putObject(new PutObjectUseCase.Command(
                            ANYONE, BUCKET, key(key), attributes, WriteCondition.NONE, body))
                    .versionId()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<ItemResult> delete(Item... items) {
        return new DeleteObjectsService(files.committer(), files.reader(), files.history())
                .deleteObjects(new DeleteObjectsUseCase.Command(ANYONE, BUCKET, List.of(items)));
    }

    List<ItemResult> delete(String... keys) {
        return delete(Stream.of(keys).map(ServiceTest::item).toArray(Item[]::new));
    }

    static Item item(String key) {
        return new Item(key(key), Optional.empty(), WriteCondition.NONE);
    }

    static Item item(String key, String version) {
        return new Item(key(key), Optional.of(CommitRef.parse(version)), WriteCondition.NONE);
    }

    GetObjectUseCase.Result get(BucketName bucket, String key, Optional<String> version) {
        return new GetObjectService(files.reader(), LastModifiedRule.OBJECT)
                .getObject(new GetObjectUseCase.Query(
                        ANYONE,
                        bucket,
                        key(key),
                        version.map(CommitRef::parse),
                        ReadConditions.NONE,
                        Optional.empty(),
                        OptionalInt.empty()));
    }

    String read(BucketName bucket, String key, Optional<String> version) {
        try (GetObjectUseCase.Result result = get(bucket, key, version)) {
            return text(result);
        }
    }

    String read(String key) {
        return read(BUCKET, key, Optional.empty());
    }

    static String text(GetObjectUseCase.Result result) {
        try (InputStream content = result.content()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BranchId branch(String bucket) {
        return BucketName.parse(bucket).branch();
    }

    static void assertRefused(FailureKind kind, ThrowingCallable call) {
        GatewayFailure failure = catchThrowableOfType(GatewayFailure.class, call);
        assertThat(failure).as("a failure of kind %s", kind).isNotNull();
        assertThat(failure.kind()).isEqualTo(kind);
    }
}
