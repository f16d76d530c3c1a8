package io.pfsgateway.pfs.commit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pfsgateway.pfs.disk.Disk;
import io.pfsgateway.pfs.disk.Reserve;
import io.pfsgateway.pfs.disk.SystemDisk;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What nobody foresees in the middle of a turn leaves nobody waiting, and does not end the committer. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class CommitterTest {
    @TempDir
    Path folder;

    private final AtomicInteger defects = new AtomicInteger();
    private Store store;
    private Committer committer;

    @BeforeEach
    void open() throws IOException {
        Disk disk = new SystemDisk();
        store = Store.open(folder.resolve("store"), new StoreSettings(8 << 20, 8 << 20, false), disk);
        Recovery recovery = new Recovery(store, new Reserve(folder, 1 << 16, disk));
        committer = new Committer(store, Clock.systemUTC(), recovery, this::failIfAsked);
        committer.start();
    }

    @AfterEach
    void close() {
        committer.close();
        store.close();
    }

    private void failIfAsked() {
        if (defects.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new OutOfMemoryError("made up by a test");
        }
    }

    private String put(String key) {
        return committer.run((session, moment) -> {
            session.put(Family.META, key.getBytes(UTF_8), new byte[] {1});
            moment.needBackground();
            return key;
        });
    }

    @Test
    void goesOnAfterADefectOnACallersOwnTurn() {
        defects.set(1);
        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> put("broken off"));
        awaitWorking();
    }

    @Test
    void goesOnAfterADefectOnItsThread() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch queued = new CountDownLatch(1);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> committer.run((session, moment) -> {
            entered.countDown();
            try {
                queued.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            return "first";
        }));
        entered.await();
        // While the turn is another's these wait for the thread, since they come together.
        defects.set(1);
        CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> put("second"));
        CompletableFuture<String> third = CompletableFuture.supplyAsync(() -> put("third"));
        queued.countDown();
        // Which of them share the turn that fails is not known here: who came after it is refused.
        assertThat(outcome(first)).isIn("first", "unknown");
        assertThat(outcome(second)).isIn("second", "unknown", "refused");
        assertThat(outcome(third)).isIn("third", "unknown", "refused");
        awaitWorking();
    }

    private static String outcome(CompletableFuture<String> answer) {
        try {
            return answer.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof PfsException refused && refused.kind() == FailureKind.UNAVAILABLE) {
                return "refused";
            }
            boolean unknown = failed.getCause() instanceof OutOfMemoryError
                    || (failed.getCause() instanceof PfsException broken
                            && broken.kind() == FailureKind.OUTCOME_UNKNOWN);
            return unknown ? "unknown" : String.valueOf(failed.getCause());
        }
    }

    /** It opens the store anew by itself, and turns callers away meanwhile. */
    private void awaitWorking() {
        while (true) {
            try {
                assertThat(put("after")).isEqualTo("after");
                return;
            } catch (PfsException notYet) {
                assertThat(notYet.kind()).isEqualTo(FailureKind.UNAVAILABLE);
            }
        }
    }
}
