package io.pfsgateway.adapter.out.pfs.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.application.port.out.CommitReader;
import io.pfsgateway.application.port.out.Deletion;
import io.pfsgateway.application.port.out.DeletionResult;
import io.pfsgateway.application.port.out.DeletionResult.Outcome;
import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.application.port.out.FileTarget;
import io.pfsgateway.application.port.out.PartSource;
import io.pfsgateway.application.port.out.PendingFile;
import io.pfsgateway.application.port.out.PendingStagedContent;
import io.pfsgateway.application.port.out.StagedContentId;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.VersionQuery;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedFileSystemTest {
    private static final BranchId MASTER = BranchId.of("master", "r");
    private static final ObjectKey KEY = new ObjectKey("k");
    private static final String LIKE_A_COMMIT = "0123456789ab4def8123456789abcdef";

    @RegisterExtension
    final EngineFolder folder = new EngineFolder();

    private static void assertFails(ThrowingCallable call, FailureKind kind) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        GatewayFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind));
    }

    private void put(ObjectKey key) {
        try (PendingFile file = folder.ports().committer().begin(MASTER, key, OptionalLong.empty())) {
            file.commit(ObjectAttributes.NONE, WriteCondition.NONE, Optional.empty());
        }
    }

    @Test
    void saysWhetherItWasMadeOrOpened() {
        assertThat(folder.fileSystem().wasCreated()).isTrue();
        folder.reopen();
        assertThat(folder.fileSystem().wasCreated()).isFalse();
    }

    @Test
    void makesTheFolderWhereItIsMissing(@TempDir Path parent) {
        EmbeddedSettings settings = new EmbeddedSettings(parent.resolve("a/b"), Clock.systemUTC());
        try (EmbeddedFileSystem made = EmbeddedFileSystem.open(settings)) {
            assertThat(made.wasCreated()).isTrue();
            assertThat(parent.resolve("a/b")).isNotEmptyDirectory();
        }
    }

    @Test
    void refusesAFolderThatIsOpenAlready() {
        EmbeddedSettings same = new EmbeddedSettings(folder.path(), Clock.systemUTC());
        assertThatThrownBy(() -> EmbeddedFileSystem.open(same))
                .isInstanceOfSatisfying(
                        FileSystemFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FailureKind.FILE_SYSTEM_UNAVAILABLE))
                .hasCauseInstanceOf(io.pfsgateway.pfs.model.PfsException.class);
    }

    @Test
    void isUnavailableOnceClosed(@TempDir Path other) {
        EmbeddedFileSystem closed = EmbeddedFileSystem.open(new EmbeddedSettings(other, Clock.systemUTC()));
        closed.close();
        assertFails(() -> closed.ports().branches().create(MASTER), FailureKind.FILE_SYSTEM_UNAVAILABLE);
        assertFails(() -> closed.ports().reader().resolve(MASTER, CommitRef.HEAD), FailureKind.FILE_SYSTEM_UNAVAILABLE);
    }

    @Test
    void tellsTheTimeOfItsClock(@TempDir Path other) {
        Instant noon = Instant.parse("2030-01-02T12:00:00Z");
        EmbeddedSettings settings = new EmbeddedSettings(other, Clock.fixed(noon, ZoneOffset.UTC));
        try (EmbeddedFileSystem fixed = EmbeddedFileSystem.open(settings)) {
            fixed.ports().branches().create(MASTER);
            assertThat(fixed.ports().reader().resolve(MASTER, CommitRef.HEAD).finishedAt())
                    .isEqualTo(noon);
        }
    }

    @Test
    void refusesABranchNamedLikeACommitAndFindsNone() {
        BranchCatalog branches = folder.ports().branches();
        BranchId branch = BranchId.of(LIKE_A_COMMIT, "r");
        branches.create(MASTER);
        assertFails(() -> branches.create(branch), FailureKind.INVALID_BUCKET_NAME);
        assertFails(() -> branches.delete(branch), FailureKind.NO_SUCH_BUCKET);
        assertFails(() -> folder.ports().reader().resolve(branch, CommitRef.HEAD), FailureKind.NO_SUCH_BUCKET);
        assertThat(branches.find(branch)).isEmpty();
        assertThat(branches.list(Optional.of(branch), 10)).hasSize(1);
    }

    @Test
    void holdsBranchesWithTheLongestNamesThatABucketMayHave() {
        BranchId branch = BranchId.of("b".repeat(255), "r".repeat(255));
        assertThat(folder.ports().branches().create(branch)).isEqualTo(BranchCatalog.Creation.CREATED);
        assertThat(folder.ports().branches().find(branch)).isPresent();
    }

    @Test
    void tellsWhoDeletedAFileAsOfEveryCommit() {
        folder.ports().branches().create(MASTER);
        CommitReader reader = folder.ports().reader();
        put(KEY);
        CommitId deletion = delete(KEY);
        put(new ObjectKey("k2"));
        put(new ObjectKey("k/2"));
        CommitId between = reader.resolve(MASTER, CommitRef.HEAD).id();
        put(KEY);
        CommitId again = delete(KEY);
        delete(new ObjectKey("k2"));
        assertThat(deletedBy(CommitRef.to(deletion))).contains(deletion);
        assertThat(deletedBy(CommitRef.to(between))).contains(deletion);
        assertThat(deletedBy(CommitRef.to(again))).contains(again);
        assertThat(deletedBy(CommitRef.HEAD)).contains(again);
        assertThat(deletedBy(new CommitRef(Optional.of(deletion), 2))).isEmpty();
    }

    private Optional<CommitId> deletedBy(CommitRef ref) {
        return folder.ports().reader().open(MASTER, ref, KEY) instanceof FileLookup.Deleted deleted
                ? Optional.of(deleted.deletedBy().id())
                : Optional.empty();
    }

    private CommitId delete(ObjectKey key) {
        return folder.ports()
                .committer()
                .delete(MASTER, List.of(new Deletion(key, WriteCondition.NONE)))
                .commit()
                .orElseThrow();
    }

    @Test
    void goesOnBehindANameThatIsNoKey() {
        folder.ports().branches().create(MASTER);
        put(KEY);
        CommitId head = folder.ports().reader().resolve(MASTER, CommitRef.HEAD).id();
        for (String name : List.of("", "a".repeat(5000))) {
            VersionQuery query =
                    new VersionQuery(MASTER, "", Optional.empty(), Optional.of(name), Optional.of(head), 10);
            assertThat(folder.ports().history().versions(query).entries()).hasSize(1);
        }
    }

    @Test
    void decidesSeveralDeletionsOfOneKeyInTheirOrderInOneCommit() {
        folder.ports().branches().create(MASTER);
        put(KEY);
        WriteCondition empty = new WriteCondition(
                Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.of(0), Optional.empty());
        DeletionResult result = folder.ports()
                .committer()
                .delete(
                        MASTER,
                        List.of(
                                new Deletion(KEY, WriteCondition.ABSENT),
                                new Deletion(new ObjectKey("other"), WriteCondition.NONE),
                                new Deletion(KEY, empty),
                                new Deletion(KEY, empty),
                                new Deletion(KEY, WriteCondition.NONE)));
        assertThat(result.outcomes())
                .containsExactly(
                        Outcome.CONDITION_FAILED, Outcome.ABSENT, Outcome.DELETED, Outcome.NO_OBJECT, Outcome.ABSENT);
        assertThat(result.commit())
                .contains(
                        folder.ports().reader().resolve(MASTER, CommitRef.HEAD).id());
    }

    @Test
    void aTokenThatCompletedAnotherKeyIsNotThisUploads() {
        folder.ports().branches().create(MASTER);
        List<PartSource> parts;
        try (PendingStagedContent part = folder.ports().staging().begin("u", OptionalLong.empty())) {
            parts = List.of(new PartSource(part.stage(Optional.empty()).id(), Optional.empty()));
        }
        folder.ports().committer().assemble("u", parts, target("k"));
        assertFails(() -> folder.ports().committer().assemble("u", parts, target("other")), FailureKind.NO_SUCH_UPLOAD);
    }

    private static FileTarget target(String key) {
        return new FileTarget(MASTER, new ObjectKey(key), ObjectAttributes.NONE, WriteCondition.NONE);
    }

    @Test
    void idsOfOtherFormsAreTheIdsOfNothingStaged() {
        for (String id : List.of("0000000000000000", "ffffffffffffffff", "000000000000000G", "1")) {
            assertThat(folder.ports().staging().find(new StagedContentId(id))).isEmpty();
        }
        assertFails(
                () -> folder.ports().staging().list(Optional.of(new StagedContentId("x")), 1),
                FailureKind.INVALID_ARGUMENT);
    }
}
