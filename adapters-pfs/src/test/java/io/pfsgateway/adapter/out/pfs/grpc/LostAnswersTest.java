package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pfsgateway.application.port.out.Deletion;
import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.port.out.FileTarget;
import io.pfsgateway.application.port.out.PendingFile;
import io.pfsgateway.application.port.out.PinnedFile;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.file.FileLocation;
import io.pfsgateway.domain.file.HeaderName;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a writer is told when the connection breaks around its commit. */
class LostAnswersTest {
    @RegisterExtension
    static final PachdServer SERVER = new PachdServer();

    private static final ObjectKey KEY = new ObjectKey("dir/key");

    private final BranchId branch = BranchId.of("master", PachdServer.uniqueName());
    private final FileSystem files = SERVER.ports();

    @BeforeEach
    void makeBranch() {
        files.branches().create(branch);
    }

    private static void assertFails(FailureKind kind, ThrowingCallable call) {
        GatewayFailure failure = catchThrowableOfType(GatewayFailure.class, call);
        assertThat(failure).isNotNull();
        assertThat(failure.kind()).isEqualTo(kind);
    }

    private void put() {
        try (PendingFile file = files.committer().begin(branch, KEY, OptionalLong.of(1))) {
            file.write(new byte[] {1}, 0, 1);
            file.commit(ObjectAttributes.NONE, WriteCondition.NONE, Optional.empty());
        }
    }

    private boolean isThere() {
        return files.reader().open(branch, CommitRef.HEAD, KEY) instanceof FileLookup.Found;
    }

    @Test
    void aCommitWhoseAnswerIsLostIsNotDenied() {
        SERVER.connection.loseAnswersTo("ModifyFile");
        assertFails(FailureKind.OUTCOME_UNKNOWN, this::put);
        assertThat(isThere()).isTrue();
    }

    @Test
    void aCommitThatCannotBeLookedAtIsNotDenied() {
        SERVER.connection.loseAnswersTo("InspectFile");
        assertFails(FailureKind.OUTCOME_UNKNOWN, this::put);
        SERVER.connection.heal();
        assertThat(isThere()).isTrue();
    }

    @Test
    void aBranchThatCannotBeLookedAtIsNotWrittenTo() {
        SERVER.connection.loseAnswersTo("GlobFile");
        assertFails(FailureKind.FILE_SYSTEM_UNAVAILABLE, this::put);
        SERVER.connection.heal();
        assertThat(isThere()).isFalse();
    }

    @Test
    void aDeletionWhoseAnswerIsLostIsNotDenied() {
        put();
        SERVER.connection.loseAnswersTo("ModifyFile");
        assertFails(
                FailureKind.OUTCOME_UNKNOWN,
                () -> files.committer().delete(branch, List.of(new Deletion(KEY, WriteCondition.NONE))));
        assertThat(isThere()).isFalse();
    }

    @Test
    void aDeletionThatIsInterruptedBehindItsCommitIsNotDenied() {
        put();
        SERVER.connection.beforeNext("ModifyFile", () -> SERVER.connection.interruptNext("InspectCommit"));
        assertFails(
                FailureKind.OUTCOME_UNKNOWN,
                () -> files.committer().delete(branch, List.of(new Deletion(KEY, WriteCondition.NONE))));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(isThere()).isFalse();
    }

    @Test
    void aCopyThatIsInterruptedBehindItsCommitIsNotDeniedAndKeepsItsAttributes() {
        put();
        FileLocation source = new FileLocation(
                branch, files.reader().resolve(branch, CommitRef.HEAD).id(), KEY);
        ObjectKey key = new ObjectKey("copy");
        ObjectAttributes typed = new ObjectAttributes(
                Map.of(HeaderName.CONTENT_TYPE, "text/x-copy"), new TreeMap<>(), new TreeMap<>(), List.of());
        SERVER.connection.beforeNext(
                "GlobFile",
                () -> SERVER.connection.behindNext(
                        "InspectFile", () -> Thread.currentThread().interrupt()));
        assertFails(
                FailureKind.OUTCOME_UNKNOWN,
                () -> files.committer().copy(source, new FileTarget(branch, key, typed, WriteCondition.NONE)));
        assertThat(Thread.interrupted()).isTrue();
        try (PinnedFile copy = ((FileLookup.Found) files.reader().open(branch, CommitRef.HEAD, key)).file()) {
            assertThat(copy.version().attributes()).isEqualTo(typed);
        }
    }

    @Test
    void aCopyThatAnotherReplacesAtOnceByBytesOfItsSizeIsNotTakenForIt() {
        put();
        FileLocation source = new FileLocation(
                branch, files.reader().resolve(branch, CommitRef.HEAD).id(), KEY);
        ObjectKey key = new ObjectKey("copy");
        SERVER.connection.beforeNext(
                "GlobFile",
                () -> SERVER.connection.beforeNext(
                        "InspectCommit", () -> SERVER.preparation().writeFile(branch, key, new byte[] {2})));
        assertFails(
                FailureKind.OUTCOME_UNKNOWN,
                () -> files.committer()
                        .copy(source, new FileTarget(branch, key, ObjectAttributes.NONE, WriteCondition.NONE)));
    }

    @Test
    void aPutThatWasDeniedLeavesTheBranchFreeForTheNext() {
        SERVER.connection.loseAnswersTo("GlobFile");
        assertFails(FailureKind.FILE_SYSTEM_UNAVAILABLE, this::put);
        SERVER.connection.heal();
        put();
        assertThat(isThere()).isTrue();
    }
}
