package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pfsgateway.application.port.out.CommittedFile;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.port.out.FileTarget;
import io.pfsgateway.application.port.out.PartSource;
import io.pfsgateway.application.port.out.PendingStagedContent;
import io.pfsgateway.application.port.out.StagedContent;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.failure.UploadFailure;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What those are told who are still at an upload that another brings to its end. */
class EndedUploadsTest {
    @RegisterExtension
    static final PachdServer SERVER = new PachdServer();

    private static final ObjectKey KEY = new ObjectKey("key");

    private final BranchId branch = BranchId.of("master", PachdServer.uniqueName());
    private final String token = PachdServer.uniqueName();
    private final FileSystem files = SERVER.ports();

    @BeforeEach
    void makeBranch() {
        files.branches().create(branch);
    }

    private StagedContent part() {
        try (PendingStagedContent content = files.staging().begin(token, OptionalLong.empty())) {
            content.write(new byte[] {1}, 0, 1);
            return content.stage(Optional.empty());
        }
    }

    private CommittedFile complete(StagedContent part) {
        return files.committer()
                .assemble(
                        token,
                        List.of(new PartSource(part.id(), Optional.empty())),
                        new FileTarget(branch, KEY, ObjectAttributes.NONE, WriteCondition.NONE));
    }

    private void assertUploadMissing(ThrowingCallable call) {
        GatewayFailure failure = catchThrowableOfType(GatewayFailure.class, call);
        assertThat(failure).isInstanceOf(UploadFailure.class);
        assertThat(failure.kind()).isEqualTo(FailureKind.NO_SUCH_UPLOAD);
        assertThat(((UploadFailure) failure).uploadId()).isEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WalkFile", "ModifyFile", "InspectFile"})
    void aCompletionIsToldOfTheOneThatTookThePartsFromIt(String step) {
        StagedContent part = part();
        List<CommittedFile> first = new ArrayList<>();
        SERVER.connection.beforeNext(step, () -> {
            first.add(complete(part));
            files.staging().release(List.of(part.id()));
        });

        CommittedFile second = complete(part);
        assertThat(first).containsExactly(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WalkFile", "ModifyFile", "InspectFile"})
    void aCompletionWhosePartsWereAbortedFindsNoUpload(String step) {
        StagedContent part = part();
        SERVER.connection.beforeNext(step, () -> files.staging().release(List.of(part.id())));

        assertUploadMissing(() -> complete(part));
    }

    @Test
    void aCompletionWhosePartsWereAbortedBeforeTheCopyFindsNoUpload() {
        StagedContent part = part();
        SERVER.connection.beforeNext(
                "InspectFile",
                () -> SERVER.connection.beforeNext(
                        "ModifyFile", () -> files.staging().release(List.of(part.id()))));

        assertUploadMissing(() -> complete(part));
    }

    @Test
    void aPartFindsNoUploadWhenItsLastPartsWentMeanwhile() {
        StagedContent other = part();
        try (PendingStagedContent content = files.staging().begin(token, OptionalLong.empty())) {
            content.write(new byte[] {1}, 0, 1);
            files.staging().release(List.of(other.id()));

            assertUploadMissing(() -> content.stage(Optional.empty()));
        }
    }

    @Test
    void aPartFindsNoUploadWhenItWentBeforeItsFirstByte() {
        StagedContent other = part();
        SERVER.connection.beforeNext("ModifyFile", () -> files.staging().release(List.of(other.id())));

        assertUploadMissing(this::part);
    }

    @Test
    void aPartFindsNoUploadWhenItWentRightBehindItsCommit() {
        SERVER.connection.beforeNext(
                "InspectFile",
                () -> files.staging()
                        .release(files.staging().list(Optional.empty(), 100_000).stream()
                                .filter(staged -> staged.owner().equals(token))
                                .map(StagedContent::id)
                                .toList()));

        assertUploadMissing(this::part);
    }
}
