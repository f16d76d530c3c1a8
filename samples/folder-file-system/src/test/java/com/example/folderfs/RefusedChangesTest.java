package com.example.folderfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pfsgateway.application.port.out.BranchCatalog.Creation;
import io.pfsgateway.application.port.out.Deletion;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.port.out.FileTarget;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.FileLocation;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RefusedChangesTest {
    private static final BranchId THERE = BranchId.of("master", "there");
    private static final BranchId MISSING = BranchId.of("master", "missing");
    private static final ObjectKey KEY = new ObjectKey("a");

    private final FolderUnderTest folder;
    private final FileSystem files;

    RefusedChangesTest(@TempDir Path temporary) {
        this.folder = new FolderUnderTest(temporary);
        this.files = folder.ports();
    }

    @BeforeEach
    void putAFileThere() {
        folder.makeBranch(THERE);
        folder.writeFile(THERE, KEY, new byte[] {1});
    }

    private Stream<ThrowingCallable> changes(BranchId branch) {
        FileLocation source = new FileLocation(branch, head().id(), KEY);
        FileTarget target = new FileTarget(branch, KEY, ObjectAttributes.NONE, WriteCondition.NONE);
        return Stream.of(
                () -> files.committer().begin(branch, KEY, OptionalLong.empty()),
                () -> files.committer().copy(source, target),
                () -> files.committer().delete(branch, List.of(new Deletion(KEY, WriteCondition.NONE))),
                () -> files.committer().assemble("token", List.of(), target),
                () -> files.branches().delete(branch));
    }

    private CommitInfo head() {
        return files.reader().resolve(THERE, CommitRef.HEAD);
    }

    private static void assertRefused(FailureKind kind, ThrowingCallable call) {
        GatewayFailure failure = catchThrowableOfType(GatewayFailure.class, call);
        assertThat(failure).as("a failure of kind %s", kind).isNotNull();
        assertThat(failure.kind()).isEqualTo(kind);
    }

    @Test
    void everyChangeIsRefusedAndChangesNothing() {
        CommitInfo before = head();
        changes(THERE).forEach(change -> assertRefused(FailureKind.READ_ONLY_BUCKET, change));
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void aMissingBranchIsToldBeforeTheRefusal() {
        changes(MISSING).forEach(change -> assertRefused(FailureKind.NO_SUCH_BUCKET, change));
    }

    @Test
    void aBranchIsNeitherMadeNorMadeAgain() {
        assertRefused(FailureKind.READ_ONLY_BUCKET, () -> files.branches().create(MISSING));
        assertThat(files.branches().find(MISSING)).isEmpty();
        assertThat(files.branches().create(THERE)).isEqualTo(Creation.ALREADY_THERE);
    }

    @Test
    void nothingIsEverStaged() {
        FileLocation source = new FileLocation(THERE, head().id(), KEY);
        assertRefused(FailureKind.NOT_IMPLEMENTED, () -> files.staging().begin("owner", OptionalLong.empty()));
        assertRefused(
                FailureKind.NOT_IMPLEMENTED, () -> files.staging().stageRange("owner", source, ByteRange.whole(1)));
        assertThat(files.staging().list(Optional.empty(), 10)).isEmpty();
        assertThat(files.committer().assembled(THERE, KEY, "token")).isEmpty();
    }
}
