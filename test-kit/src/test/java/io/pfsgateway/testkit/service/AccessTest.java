package io.pfsgateway.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.in.CopyObjectUseCase;
import io.pfsgateway.application.port.in.DeleteObjectsUseCase;
import io.pfsgateway.application.port.in.GetObjectUseCase;
import io.pfsgateway.application.port.in.ListObjectVersionsUseCase;
import io.pfsgateway.application.port.in.ListObjectsUseCase;
import io.pfsgateway.application.port.in.PutObjectTaggingUseCase;
import io.pfsgateway.application.port.in.PutObjectUseCase;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.service.AuthenticateService;
import io.pfsgateway.application.service.BucketCorsService;
import io.pfsgateway.application.service.BucketTaggingService;
import io.pfsgateway.application.service.CopyObjectService;
import io.pfsgateway.application.service.CreateBucketService;
import io.pfsgateway.application.service.DeleteBucketService;
import io.pfsgateway.application.service.DeleteObjectsService;
import io.pfsgateway.application.service.GetObjectService;
import io.pfsgateway.application.service.InspectBucketService;
import io.pfsgateway.application.service.LastModifiedRule;
import io.pfsgateway.application.service.ListObjectVersionsService;
import io.pfsgateway.application.service.ListObjectsService;
import io.pfsgateway.application.service.OpenAuthenticateService;
import io.pfsgateway.application.service.PutObjectService;
import io.pfsgateway.application.service.PutObjectTaggingService;
import io.pfsgateway.application.service.UploadClearance;
import io.pfsgateway.domain.access.AccessKey;
import io.pfsgateway.domain.access.BucketPattern;
import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.access.Credential;
import io.pfsgateway.domain.access.Grant;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.access.SecretKey;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.condition.ReadConditions;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.cors.CorsRules;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.tag.Tag;
import io.pfsgateway.domain.tag.Tags;
import io.pfsgateway.testkit.fake.InMemoryBucketConfigurations;
import io.pfsgateway.testkit.fake.InMemoryCredentialStore;
import io.pfsgateway.testkit.fake.InMemoryUploads;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may do what: every use case asks for its right, and says no before it says anything else. */
final class AccessTest extends ServiceTest {
    /** Every use case on one bucket, with the right that it asks for. */
    enum Operation {
        INSPECT(Right.READ) {
            @Override
            void run(FileSystem files, Caller caller, BucketName bucket) {
                new InspectBucketService(files.branches(), files.reader()).inspectBucket(caller, bucket, Right.READ);
            }
        },
        GET(Right.READ) {
            @Override
            void run(FileSystem files, Caller caller, BucketName bucket) {
                new GetObjectService(files.reader(), LastModifiedRule.OBJECT)
                        .getObject(new GetObjectUseCase.Query(
                                caller,
                                bucket,
                                key("a"),
                                Optional.empty(),
                                ReadConditions.NONE,
                                Optional.empty(),
                                OptionalInt.empty()))
                        .close();
            }
        },
        LIST(Right.READ) {
            @Override
            void run(FileSystem files, Caller caller, BucketName bucket) {
                new ListObjectsService(files.lister(), LastModifiedRule.OBJECT)
                        .listObjects(new ListObjectsUseCase.Query(
                                caller, bucket, "", Optional.empty(), Optional.empty(), Optional.empty(), 1));
            }
        },
        LIST_VERSIONS(Right.READ) {
            @Override
            void run(FileSystem files, Caller caller, BucketName bucket) {
                new ListObjectVersionsService(files.history(), files.lister(), files.reader())
                        .listObjectVersions(new ListObjectVersionsUseCase.Query(
                                caller, bucket, "", Optional.empty(), Optional.empty(), Optional.empty(), 1));
            }
        },
        ADMIT(Right.WRITE) {
            @Override
            void run(FileSystem files, Caller caller, BucketName bucket) {
                new PutObjectService(files.branches(), files.committer()).admit(caller, bucket);
            }
        },
        PUT(Right.WRITE) {
            @Override
            void run(FileSystem files, Caller caller, BucketName bucket) throws Exception {
                new PutObjectService(files.branches(), files.committer())
                        .putObject(new PutObjectUseCase.Command(
                                caller,
                                bucket,
                                key("b"),
                                ObjectAttributes.NONE,
                                WriteCondition.NONE,
                                TextBody.of("text")));
            }
        },
        COPY(Right.WRITE) {
            @Override
            void run(FileSystem files, Caller caller, BucketName bucket) {
                new CopyObjectService(files.reader(), files.committer(), LastModifiedRule.OBJECT)
                        .copyObject(new CopyObjectUseCase.Command(
                                caller,
                                new CopyObjectUseCase.Source(bucket, key("a"), Optional.empty(), ReadConditions.NONE),
                                bucket,
                                key("b"),
                                Optional.empty(),
                                WriteCondition.NONE));
            }
        },
        DELETE(Right.WRITE) {
            @Override
            void run(FileSystem files, Caller caller, BucketName bucket) {
                new DeleteObjectsService(files.committer(), files.reader(), files.history())
                        .deleteObjects(new DeleteObjectsUseCase.Command(caller, bucket, List.of(item("a"))));
            }
        },
        TAG(Right.WRITE) {
            @Override
            void run(FileSystem files, Caller caller, BucketName bucket) {
                new PutObjectTaggingService(files.reader(), files.committer())
                        .putObjectTagging(new PutObjectTaggingUseCase.Command(
                                caller, bucket, key("a"), Optional.empty(), SOME_TAGS));
            }
        },
        SHOW_BUCKET_TAGS(Right.READ) {
            @Override
            void run(FileSystem files, Caller caller, BucketName bucket) {
                bucketTagging(files).tags(caller, bucket);
            }
        },
        SET_BUCKET_TAGS(Right.ADMIN) {
            @Override
            void run(FileSystem files, Caller caller, BucketName bucket) {
                bucketTagging(files).setTags(caller, bucket, SOME_TAGS);
            }
        },
        SHOW_CORS_RULES(Right.READ) {
            @Override
            void run(FileSystem files, Caller caller, BucketName bucket) {
                bucketCors(files).corsRules(caller, bucket);
            }
        },
        SET_CORS_RULES(Right.ADMIN) {
            @Override
            void run(FileSystem files, Caller caller, BucketName bucket) {
                bucketCors(files).setCorsRules(caller, bucket, CorsRules.NONE);
            }
        },
        CREATE_BUCKET(Right.ADMIN) {
            @Override
            void run(FileSystem files, Caller caller, BucketName bucket) {
                new CreateBucketService(files.branches(), clearance(files), new InMemoryBucketConfigurations())
                        .createBucket(caller, bucket);
            }
        },
        DELETE_BUCKET(Right.ADMIN) {
            @Override
            void run(FileSystem files, Caller caller, BucketName bucket) {
                new DeleteBucketService(files.branches(), clearance(files), new InMemoryBucketConfigurations())
                        .deleteBucket(caller, bucket);
            }
        };

        private static final Tags SOME_TAGS = Tags.ofObject(List.of(new Tag("name", "value")));

        private final Right right;

        private static BucketTaggingService bucketTagging(FileSystem files) {
            return new BucketTaggingService(files.branches(), files.reader(), new InMemoryBucketConfigurations());
        }

        private static BucketCorsService bucketCors(FileSystem files) {
            return new BucketCorsService(files.branches(), files.reader(), new InMemoryBucketConfigurations());
        }

        private static UploadClearance clearance(FileSystem files) {
            return new UploadClearance(new InMemoryUploads(Clock.systemUTC()).roles(), files.staging());
        }

        Operation(Right right) {
            this.right = right;
        }

        abstract void run(FileSystem files, Caller caller, BucketName bucket) throws Exception;
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhoeverLacksTheRightBeforeAnythingIsLookedUp(Operation operation) {
        put("a", "text");
        var before = head();
        Caller elsewhere = withRight(Right.ADMIN, "master.elsewhere");
        for (BucketName bucket : List.of(BUCKET, MISSING, at(UNKNOWN), at(before.id()))) {
            assertRefused(FailureKind.ACCESS_DENIED, () -> operation.run(files, NOBODY, bucket));
            assertRefused(FailureKind.ACCESS_DENIED, () -> operation.run(files, elsewhere, bucket));
        }
        assertThat(head()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void asksForExactlyItsRight(Operation operation) throws Exception {
        put("a", "text");
        if (operation == Operation.CREATE_BUCKET) {
            files.branches().delete(BUCKET.branch());
        }
        for (Right less : Right.values()) {
            if (!less.includes(operation.right)) {
                assertRefused(
                        FailureKind.ACCESS_DENIED, () -> operation.run(files, withRight(less, "master.repo"), BUCKET));
            }
        }
        operation.run(files, withRight(operation.right, "master.repo"), BUCKET);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CREATE_BUCKET")
    void findsNoBucketWhereThereIsNone(Operation operation) {
        assertRefused(FailureKind.NO_SUCH_BUCKET, () -> operation.run(files, ANYONE, MISSING));
    }

    @ParameterizedTest
    @EnumSource
    void takesACommitThatIsNotOnTheBranchForNoBucketAndWritesToNone(Operation operation) {
        put("a", "text");
        boolean reads = operation.right == Right.READ;
        FailureKind kind = reads ? FailureKind.NO_SUCH_BUCKET : FailureKind.READ_ONLY_BUCKET;
        assertRefused(kind, () -> operation.run(files, ANYONE, at(UNKNOWN)));
    }

    @ParameterizedTest
    @EnumSource
    void readsABucketThatIsACommitAndNeverWritesToIt(Operation operation) throws Exception {
        put("a", "text");
        BucketName bucket = at(head().id());
        if (operation.right == Right.READ) {
            operation.run(files, ANYONE, bucket);
        } else {
            assertRefused(FailureKind.READ_ONLY_BUCKET, () -> operation.run(files, ANYONE, bucket));
        }
        assertThat(head().id()).isEqualTo(bucket.commit().orElseThrow());
    }

    @Test
    void copiesOnlyWhatTheCallerMayReadAndOnlyWhereTheyMayWrite() {
        put("a", "text");
        BucketName other = BucketName.parse("other.repo");
        files.branches().create(other.branch());
        CopyObjectUseCase.Source source =
                new CopyObjectUseCase.Source(BUCKET, key("a"), Optional.empty(), ReadConditions.NONE);
        CopyObjectService copies = new CopyObjectService(files.reader(), files.committer(), LastModifiedRule.OBJECT);
        Grant read = new Grant(new BucketPattern("master.repo"), Right.READ);
        Grant write = new Grant(new BucketPattern("other.repo"), Right.WRITE);
        for (Grant one : List.of(read, write)) {
            Caller caller = new Caller(Optional.empty(), List.of(one));
            assertRefused(
                    FailureKind.ACCESS_DENIED,
                    () -> copies.copyObject(new CopyObjectUseCase.Command(
                            caller, source, other, key("b"), Optional.empty(), WriteCondition.NONE)));
        }
        copies.copyObject(new CopyObjectUseCase.Command(
                new Caller(Optional.empty(), List.of(read, write)),
                source,
                other,
                key("b"),
                Optional.empty(),
                WriteCondition.NONE));
        assertThat(read(other, "b", Optional.empty())).isEqualTo("text");
    }

    @Test
    void knowsCallersByTheirKeysAndTheAnonymousByTheirGrants() {
        Grant grant = new Grant(new BucketPattern("master.public"), Right.READ);
        Credential alice = new Credential(new AccessKey("alice"), new SecretKey("secret"), List.of());
        AuthenticateService service =
                new AuthenticateService(new InMemoryCredentialStore(List.of(alice), List.of(grant)));
        assertThat(service.credential("alice")).contains(alice);
        assertThat(service.credential("bob")).isEmpty();
        assertThat(service.credential("")).isEmpty();
        assertThat(service.anonymous()).isEqualTo(new Caller(Optional.empty(), List.of(grant)));
    }

    @Test
    void letsEveryoneInWhenItIsOpen() {
        OpenAuthenticateService service = new OpenAuthenticateService();
        assertThat(service.credential("alice")).isEmpty();
        assertThat(service.anonymous().may(Right.ADMIN, branch("any.repo.anywhere")))
                .isTrue();
    }
}
