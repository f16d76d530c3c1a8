package io.pfsgateway.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.out.RegisteredPart;
import io.pfsgateway.application.port.out.StagedContentId;
import io.pfsgateway.application.port.out.UploadBookkeeping;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.UploadFailure;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What the bookkeeping of uploads promises of calls that come at once: each takes effect before or after each other. */
public abstract class UploadRaceContract {
    private static final int ROUNDS = 20;
    private static final int CALLERS = 4;

    /** The store under test. */
    protected abstract UploadBookkeeping bookkeeping();

    private Upload begun() {
        Upload upload = new Upload(
                UploadId.begunAt(UploadBookkeepingContract.BEGUN),
                BranchId.of("master", "r" + UUID.randomUUID()),
                new ObjectKey("a"),
                ObjectAttributes.NONE,
                Optional.empty(),
                UploadBookkeepingContract.BEGUN);
        bookkeeping().registry().begin(upload);
        return upload;
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> call : calls) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void ofManyThatReplaceOnePartEachIsToldAnotherContent() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Upload upload = begun();
            List<Callable<Optional<StagedContentId>>> calls = new ArrayList<>();
            Set<StagedContentId> all = new HashSet<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                RegisteredPart part = UploadBookkeepingContract.part(1, "content" + caller);
                all.add(part.content());
                calls.add(() -> bookkeeping().registry().putPart(upload.id(), part));
            }
            List<StagedContentId> known = new ArrayList<>(
                    atOnce(calls).stream().flatMap(Optional::stream).toList());
            bookkeeping()
                    .registry()
                    .parts(upload.id(), Optional.empty(), 10)
                    .forEach(part -> known.add(part.content()));
            assertThat(known).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @Test
    void onlyOneOfManyEndsAnUpload() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Upload upload = begun();
            List<Callable<Optional<List<StagedContentId>>>> calls = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                calls.add(() -> bookkeeping().endings().end(upload.id()));
            }
            assertThat(atOnce(calls)).filteredOn(Optional::isPresent).hasSize(1);
        }
    }

    @Test
    void aPartThatRacesAnEndIsRefusedOrEndsWithTheUpload() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Upload upload = begun();
            RegisteredPart part = UploadBookkeepingContract.part(1, "content");
            List<StagedContentId> ended = new ArrayList<>();
            List<Boolean> outcome = atOnce(List.of(() -> isTaken(upload, part), () -> {
                ended.addAll(bookkeeping().endings().end(upload.id()).orElseThrow());
                return true;
            }));
            assertThat(ended.contains(part.content())).isEqualTo(outcome.get(0));
        }
    }

    private boolean isTaken(Upload upload, RegisteredPart part) {
        try {
            bookkeeping().registry().putPart(upload.id(), part);
            return true;
        } catch (UploadFailure failure) {
            assertThat(failure.kind()).isEqualTo(FailureKind.NO_SUCH_UPLOAD);
            return false;
        }
    }

    @Test
    void aReplacementThatRacesACompletionNeverTellsAContentThatWasNamed() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Upload upload = begun();
            bookkeeping().registry().putPart(upload.id(), UploadBookkeepingContract.part(1, "first"));
            RegisteredPart second = UploadBookkeepingContract.part(1, "second");
            List<List<StagedContentId>> results = atOnce(List.of(
                    () -> bookkeeping().registry().putPart(upload.id(), second).stream()
                            .toList(),
                    () -> bookkeeping().endings().tryCompletion(upload.id()).orElseThrow().stream()
                            .map(RegisteredPart::content)
                            .toList()));
            assertThat(results.get(0)).doesNotContainAnyElementsOf(results.get(1));
        }
    }
}
