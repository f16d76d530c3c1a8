package io.pfsgateway.adapter.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.domain.upload.Upload;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Transactions that wait for each other. */
final class DeadlockTest {
    @RegisterExtension
    static final TestDatabase H2 = TestDatabase.h2();

    @RegisterExtension
    static final TestDatabase POSTGRESQL = TestDatabase.postgresql();

    private static Stream<TestDatabase> databases() {
        return Stream.of(H2, POSTGRESQL);
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Timeout(60)
    void theOneThatIsBrokenOffIsCarriedOutAgain(TestDatabase database) throws Exception {
        Upload one = Uploads.of("one");
        Upload other = Uploads.of("other");
        database.uploads().registry().begin(one);
        database.uploads().registry().begin(other);
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger attempts = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> results = List.of(
                    threads.submit(() -> lockBoth(database, one, other, bothHoldOne, attempts)),
                    threads.submit(() -> lockBoth(database, other, one, bothHoldOne, attempts)));
            for (Future<Integer> result : results) {
                assertThat(result.get()).isEqualTo(2);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(attempts.get()).isGreaterThan(2);
    }

    private static int lockBoth(
            TestDatabase database, Upload first, Upload second, CyclicBarrier bothHoldOne, AtomicInteger attempts) {
        return database.database().inTransaction(handle -> {
            UploadTable uploads = new UploadTable(handle);
            int locked = uploads.lock(first.id()).isPresent() ? 1 : 0;
            if (attempts.incrementAndGet() <= 2) {
                await(bothHoldOne);
            }
            return locked + (uploads.lock(second.id()).isPresent() ? 1 : 0);
        });
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
