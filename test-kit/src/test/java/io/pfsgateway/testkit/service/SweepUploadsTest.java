package io.pfsgateway.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.in.SweepUploadsUseCase.Result;
import io.pfsgateway.application.port.out.FileTarget;
import io.pfsgateway.application.port.out.PartSource;
import io.pfsgateway.application.port.out.PendingStagedContent;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class SweepUploadsTest extends UploadsTest {
    private void stage(String owner) {
        try (PendingStagedContent pending = files.staging().begin(owner, OptionalLong.empty())) {
            pending.write(new byte[] {1}, 0, 1);
            pending.stage(Optional.empty());
        }
    }

    @Test
    void leavesUploadsThatAreYoung() {
        Upload upload = create("a");
        part(upload, 1, "one");
        Result result = sweeper(upload.begunAt().plus(EXPIRY)).sweepUploads();
        assertThat(result).isEqualTo(new Result(0, 0));
        complete(upload, listed(1));
        assertThat(read("a")).isEqualTo("one");
    }

    @Test
    void endsUploadsThatWereAbandonedWithTheirBytes() {
        Upload upload = create("a");
        part(upload, 1, "one");
        Result result = sweeper(upload.begunAt().plus(EXPIRY).plusMillis(1)).sweepUploads();
        assertThat(result).isEqualTo(new Result(1, 0));
        assertThat(staged()).isEmpty();
        assertRefused(FailureKind.NO_SUCH_UPLOAD, () -> complete(upload, listed(1)));
    }

    @Test
    void endsAnUploadWhoseCompletionCameToItsCommit() {
        Upload upload = create("a");
        part(upload, 1, "one");
        List<PartSource> parts = uploads.endings().tryCompletion(upload.id()).orElseThrow().stream()
                .map(part -> new PartSource(part.content(), Optional.empty()))
                .toList();
        files.committer()
                .assemble(
                        upload.id().value(),
                        parts,
                        new FileTarget(BUCKET.branch(), key("a"), ObjectAttributes.NONE, WriteCondition.NONE));
        assertThat(sweeper(upload.begunAt()).sweepUploads()).isEqualTo(new Result(1, 0));
        assertThat(staged()).isEmpty();
        assertThat(read("a")).isEqualTo("one");
    }

    @Test
    void leavesAnUploadWhoseCompletionWasTriedInVain() {
        Upload upload = create("a");
        part(upload, 1, "one");
        uploads.endings().tryCompletion(upload.id());
        assertThat(sweeper(upload.begunAt()).sweepUploads()).isEqualTo(new Result(0, 0));
        complete(upload, listed(1));
    }

    @Test
    void letsGoWhatIsStagedForAnUploadThatHasEnded() {
        Upload upload = create("a");
        abort(upload);
        stage(upload.id().value());
        assertThat(sweeper(upload.begunAt()).sweepUploads()).isEqualTo(new Result(0, 1));
        assertThat(staged()).isEmpty();
    }

    @Test
    void keepsWhatNobodyKnowsForADayBeyondTheExpiry() {
        Instant before = Instant.now();
        stage(UploadId.begunAt(before).value());
        Instant stagedAt = staged().get(0).stagedAt();
        assertThat(sweeper(stagedAt.plus(EXPIRY).plus(Duration.ofDays(1))).sweepUploads())
                .isEqualTo(new Result(0, 0));
        assertThat(sweeper(stagedAt.plus(EXPIRY).plus(Duration.ofDays(1)).plusMillis(1))
                        .sweepUploads())
                .isEqualTo(new Result(0, 1));
    }

    @Test
    void leavesWhatWasNotStagedForAnUpload() {
        stage("somebody else");
        sweeper(Instant.now().plus(Duration.ofDays(1000))).sweepUploads();
        assertThat(staged()).hasSize(1);
    }

    @Test
    void walksAllThereIsHoweverMuch() {
        Upload open = create("a");
        Upload ended = create("b");
        abort(ended);
        for (int count = 0; count < 2500; count++) {
            stage((count % 2 == 0 ? open : ended).id().value());
        }
        assertThat(sweeper(open.begunAt()).sweepUploads()).isEqualTo(new Result(0, 1250));
        assertThat(staged()).hasSize(1250);
    }
}
