package io.pfsgateway.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pfsgateway.application.port.out.BranchLock;
import io.pfsgateway.application.port.out.BranchLocks;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BranchName;
import io.pfsgateway.domain.bucket.ProjectName;
import io.pfsgateway.domain.bucket.RepoName;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.FileSystemFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What {@link BranchLocks} and {@link BranchLock} promise, of one gateway and of two that share a store. */
public abstract class BranchLockContract {
    private static final Duration SHORT = Duration.ofMillis(60);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final BranchId branch = BranchId.of("master", "r" + UUID.randomUUID());

    /** The locks of a gateway. */
    protected abstract BranchLocks locks();

    /** The locks of another gateway on the same store; where only one gateway can use it, those of the same one. */
    protected abstract BranchLocks locksOfAnother();

    private static BranchLock held(BranchLocks locks, BranchId branch) {
        return locks.tryLock(branch, LONG).orElseThrow();
    }

    @Nested
    class ALock {
        @Test
        void isHadByOneAtATimeAndByTheNextWhenItIsClosed() {
            try (BranchLock first = held(locks(), branch)) {
                assertThat(locks().tryLock(branch, SHORT)).isEmpty();
                assertThat(locksOfAnother().tryLock(branch, SHORT)).isEmpty();
                first.verify();
            }
            try (BranchLock next = held(locksOfAnother(), branch)) {
                assertThat(locks().tryLock(branch, SHORT)).isEmpty();
                next.verify();
            }
            held(locks(), branch).close();
        }

        @Test
        void isNotHadWithoutPatienceWhileAnotherHoldsIt() {
            try (BranchLock first = held(locks(), branch)) {
                assertThat(locks().tryLock(branch, Duration.ZERO)).isEmpty();
                assertThat(locksOfAnother().tryLock(branch, Duration.ZERO)).isEmpty();
                first.verify();
            }
        }

        @Test
        void isNotReentrant() {
            try (BranchLock first = held(locks(), branch)) {
                assertThat(locks().tryLock(branch, SHORT)).isEmpty();
                first.verify();
            }
        }

        @Test
        void isOfOneBranchAlone() {
            List<BranchId> others = List.of(
                    new BranchId(new ProjectName("other"), branch.repo(), branch.branch()),
                    new BranchId(branch.project(), new RepoName(branch.repo().value() + "x"), branch.branch()),
                    new BranchId(branch.project(), branch.repo(), new BranchName("Master")));
            try (BranchLock first = held(locks(), branch)) {
                others.forEach(other -> held(locks(), other).close());
                others.forEach(other -> held(locksOfAnother(), other).close());
                first.verify();
            }
        }

        @Test
        void mayBeClosedTwiceAndFreesNobodyElsesThen() {
            BranchLock first = held(locks(), branch);
            first.close();
            try (BranchLock second = held(locks(), branch)) {
                first.close();
                assertThat(locks().tryLock(branch, SHORT)).isEmpty();
                second.verify();
            }
        }

        @Test
        void isNotHeldOnceItIsClosed() {
            BranchLock lock = held(locks(), branch);
            lock.close();
            FileSystemFailure failure = catchThrowableOfType(FileSystemFailure.class, lock::verify);
            assertThat(failure.kind()).isEqualTo(FailureKind.FILE_SYSTEM_UNAVAILABLE);
        }

        @Test
        void mayBeClosedByAnotherThread() throws Exception {
            BranchLock lock = held(locks(), branch);
            ExecutorService thread = Executors.newSingleThreadExecutor();
            try {
                thread.submit(lock::close).get();
            } finally {
                thread.shutdownNow();
            }
            held(locks(), branch).close();
        }
    }

    @Nested
    class AWriterThatWaits {
        @Test
        void hasTheLockWhenItsHolderLetsItGo() throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                BranchLock first = held(locks(), branch);
                List<Future<Boolean>> waiting = new ArrayList<>();
                for (BranchLocks each : List.of(locks(), locksOfAnother())) {
                    waiting.add(threads.submit(() -> {
                        held(each, branch).close();
                        return true;
                    }));
                }
                first.close();
                for (Future<Boolean> each : waiting) {
                    assertThat(each.get()).isTrue();
                }
            } finally {
                threads.shutdownNow();
            }
        }

        @Test
        void isInterruptedIntoAFailure() {
            try (BranchLock first = held(locks(), branch)) {
                Thread.currentThread().interrupt();
                FileSystemFailure failure =
                        catchThrowableOfType(FileSystemFailure.class, () -> locks().tryLock(branch, LONG));
                assertThat(failure.kind()).isEqualTo(FailureKind.FILE_SYSTEM_UNAVAILABLE);
                assertThat(Thread.interrupted()).isTrue();
                first.verify();
            }
        }
    }

    @Nested
    class ManyWriters {
        private static final int WRITERS = 64;

        @Test
        void toOneBranchAreNeverInsideTwoAtOnce() throws Exception {
            AtomicInteger inside = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            assertThat(run(writer -> {
                        try (BranchLock lock = held(writer % 2 == 0 ? locks() : locksOfAnother(), branch)) {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            lock.verify();
                            inside.decrementAndGet();
                        }
                    }))
                    .isEqualTo(WRITERS);
            assertThat(most.get()).isEqualTo(1);
        }

        @Test
        void toAsManyBranchesAllHaveTheirTurn() throws Exception {
            assertThat(run(writer -> {
                        BranchId own = BranchId.of("b" + writer, branch.repo().value());
                        try (BranchLock lock = held(locks(), own)) {
                            lock.verify();
                        }
                    }))
                    .isEqualTo(WRITERS);
        }

        private int run(IntConsumer work) throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
            try {
                List<Future<Optional<Integer>>> writers = IntStream.range(0, WRITERS)
                        .mapToObj(writer -> threads.submit(() -> {
                            work.accept(writer);
                            return Optional.of(writer);
                        }))
                        .toList();
                int done = 0;
                for (Future<Optional<Integer>> writer : writers) {
                    done += writer.get().isPresent() ? 1 : 0;
                }
                return done;
            } finally {
                threads.shutdownNow();
            }
        }
    }
}
