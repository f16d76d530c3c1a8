package io.pfsgateway.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.in.CompleteMultipartUploadUseCase.Command;
import io.pfsgateway.application.port.in.CompleteMultipartUploadUseCase.Expected;
import io.pfsgateway.application.port.in.CompleteMultipartUploadUseCase.ListedPart;
import io.pfsgateway.application.port.in.UploadAddress;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.port.out.StagedContent;
import io.pfsgateway.application.port.out.StagedContentId;
import io.pfsgateway.application.port.out.UploadBookkeeping;
import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.UploadFailure;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.upload.PartNumber;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.testkit.crash.Crash;
import io.pfsgateway.testkit.crash.Crashes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A file system and a bookkeeping that are used together agree after any crash. Each test plays what a client does, ends the
 * process at each step of it, once before and once behind the step, starts again, lets the client repeat what it got no answer
 * to, sweeps, and looks what is there.
 */
public abstract class UploadCrashContract {
    private static final Duration EXPIRY = Duration.ofDays(7);
    private static final int MOST_STEPS = 100;

    private final BucketName bucket = new BucketName(BranchId.of("master", "r" + UUID.randomUUID()), Optional.empty());

    /** The file system, as it is after the last restart. */
    protected abstract FileSystem files();

    /** The bookkeeping, as it is after the last restart. */
    protected abstract UploadBookkeeping uploads();

    /** Closes both without ceremony and opens them again. */
    protected abstract void restart();

    @BeforeEach
    final void makeTheBucket() {
        files().branches().create(bucket.branch());
    }

    private void atEachStep(BiConsumer<Upload, UploadDay> story, BiConsumer<Upload, UploadDay> afterwards) {
        for (boolean isLastStepDone : new boolean[] {false, true}) {
            int step = 1;
            while (dies(new Crashes(step, isLastStepDone), story, afterwards)) {
                step++;
                assertThat(step).isLessThan(MOST_STEPS);
            }
            assertThat(step).as("steps that were crashed at").isGreaterThan(1);
        }
    }

    private boolean dies(
            Crashes crashes, BiConsumer<Upload, UploadDay> story, BiConsumer<Upload, UploadDay> afterwards) {
        UploadDay before = day();
        Upload upload = before.create(bucket, new ObjectKey("k" + UUID.randomUUID()));
        before.part(upload, 1, "first");
        try {
            story.accept(upload, UploadDay.crashing(files(), uploads(), EXPIRY, crashes));
        } catch (Crash crash) {
            restart();
        }
        afterwards.accept(upload, day());
        return crashes.isDead();
    }

    private UploadDay day() {
        return UploadDay.of(files(), uploads(), EXPIRY);
    }

    private void assertNothingLeftOf(Upload upload) {
        assertThat(uploads().registry().find(upload.id())).isEmpty();
        assertThat(staged(upload)).isEmpty();
    }

    private List<StagedContentId> staged(Upload upload) {
        return files().staging().list(Optional.empty(), 10_000).stream()
                .filter(staged -> staged.owner().equals(upload.id().value()))
                .map(StagedContent::id)
                .toList();
    }

    private Optional<String> text(Upload upload) {
        if (!(files().reader().open(upload.branch(), CommitRef.HEAD, upload.key())
                instanceof io.pfsgateway.application.port.out.FileLookup.Found found)) {
            return Optional.empty();
        }
        try (io.pfsgateway.application.port.out.PinnedFile file = found.file();
                InputStream content =
                        file.content(ByteRange.whole(file.version().sizeBytes()))) {
            return Optional.of(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isDone(Runnable action) {
        try {
            action.run();
            return true;
        } catch (UploadFailure failure) {
            assertThat(failure.kind()).isEqualTo(FailureKind.NO_SUCH_UPLOAD);
            return false;
        }
    }

    @Test
    void aPartIsThereWhollyOrNotAtAllAndMayBeSentAgain() {
        atEachStep((upload, day) -> day.part(upload, 1, "second"), (upload, day) -> {
            day.part(upload, 1, "third");
            day.complete(upload);
            day.sweep(Duration.ZERO);
            assertThat(text(upload)).contains("third");
            assertNothingLeftOf(upload);
        });
    }

    @Test
    void anUploadGoesOnWithThePartsThatWereAnswered() {
        atEachStep((upload, day) -> day.part(upload, 1, "second"), (upload, day) -> {
            day.complete(upload);
            assertThat(text(upload).orElseThrow()).isIn("first", "second");
            day.sweep(Duration.ZERO);
            assertNothingLeftOf(upload);
        });
    }

    @Test
    void aCompletionThatIsRepeatedIsOneCommit() {
        atEachStep((upload, day) -> day.complete(upload), (upload, day) -> {
            day.complete(upload);
            assertThat(text(upload)).contains("first");
            assertThat(day.versions(upload)).isEqualTo(1);
            day.sweep(Duration.ZERO);
            assertThat(text(upload)).contains("first");
            assertNothingLeftOf(upload);
        });
    }

    @Test
    void aCompletionThatCameToItsCommitIsClearedAwayBySweepsAlone() {
        atEachStep((upload, day) -> day.complete(upload), (upload, day) -> {
            day.sweep(Duration.ZERO);
            if (text(upload).isPresent()) {
                assertNothingLeftOf(upload);
            } else {
                assertThat(uploads().registry().find(upload.id())).contains(upload);
                assertThat(staged(upload)).hasSize(1);
            }
        });
    }

    @Test
    void anAbortThatIsRepeatedLeavesNothing() {
        atEachStep((upload, day) -> day.abort(upload), (upload, day) -> {
            isDone(() -> day.abort(upload));
            day.sweep(Duration.ZERO);
            assertThat(text(upload)).isEmpty();
            assertNothingLeftOf(upload);
        });
    }

    @Test
    void anAbortAfterACompletionThatGotNoAnswerDecidesForGood() {
        atEachStep((upload, day) -> day.complete(upload), (upload, day) -> {
            boolean isAborted = isDone(() -> day.abort(upload));
            day.sweep(Duration.ZERO);
            assertThat(text(upload).isPresent()).isNotEqualTo(isAborted);
            assertNothingLeftOf(upload);
        });
    }

    @Test
    void expiryLeavesNothing() {
        atEachStep((upload, day) -> day.sweep(EXPIRY.plusHours(1)), (upload, day) -> {
            day.sweep(EXPIRY.plusHours(1));
            assertThat(text(upload)).isEmpty();
            assertNothingLeftOf(upload);
        });
    }

    /** A part that is replaced while its bytes may become part of a file. */
    @Test
    void whatWasReplacedAfterACompletionWasTriedGoesInTheEnd() {
        atEachStep(
                (upload, day) -> {
                    uploads().endings().tryCompletion(upload.id());
                    day.part(upload, 1, "second");
                    day.complete(upload);
                },
                (upload, day) -> {
                    day.complete(upload);
                    day.sweep(Duration.ZERO);
                    assertThat(text(upload).orElseThrow()).isIn("first", "second");
                    assertNothingLeftOf(upload);
                });
    }

    static Command completion(UploadAddress address) {
        return new Command(
                address,
                List.of(new ListedPart(new PartNumber(1), Optional.empty(), List.of())),
                Expected.NOTHING,
                WriteCondition.NONE);
    }

    static UploadAddress address(Upload upload) {
        BucketName bucket = new BucketName(upload.branch(), Optional.empty());
        return new UploadAddress(
                Caller.UNCHECKED, bucket, upload.key(), upload.id().value());
    }
}
