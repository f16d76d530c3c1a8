package io.pfsgateway.pfs;

import static io.pfsgateway.pfs.Engine.MASTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.pfs.branch.BranchPoint;
import io.pfsgateway.pfs.listing.Grouping;
import io.pfsgateway.pfs.listing.ListEntry;
import io.pfsgateway.pfs.listing.ListPage;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConcurrencyTest {
    private static final Set<FailureKind> GONE = EnumSet.of(FailureKind.NO_SUCH_BRANCH, FailureKind.NO_SUCH_COMMIT);
    private static final int TURNS = 400;
    private static final int BRANCHES = 4;

    @TempDir
    Path folder;

    @Test
    void readersSeeWholeCommitsWhileBranchesComeAndGo() throws Exception {
        PfsSettings settings = Engine.settings().withInlineLimitBytes(50).withChangesPerEpoch(8);
        try (Engine engine = Engine.withMaster(folder, settings)) {
            engine.put("a/seed", "seed");
            ExecutorService threads = Executors.newFixedThreadPool(6);
            AtomicInteger writing = new AtomicInteger(3);
            List<Future<?>> done = new ArrayList<>();
            for (int seed = 0; seed < 3; seed++) {
                Random random = new Random(seed);
                done.add(threads.submit(() -> write(engine, random, writing)));
            }
            for (int seed = 3; seed < 6; seed++) {
                Random random = new Random(seed);
                done.add(threads.submit(() -> read(engine, random, writing)));
            }
            for (Future<?> one : done) {
                one.get();
            }
            threads.shutdown();
            engine.pfs.awaitBackground();

            assertThat(engine.pfs.check().findings()).isEmpty();
            assertThat(engine.pfs.check().leftoverBlobs()).isZero();
        }
    }

    @Test
    void aReadNeverAnswersLessThanWhatWasAcknowledgedBeforeIt() throws Exception {
        try (Engine engine = Engine.withMaster(folder, Engine.settings())) {
            engine.put("counter", "0");
            AtomicInteger acknowledged = new AtomicInteger();
            ExecutorService threads = Executors.newFixedThreadPool(3);
            Future<?> writer = threads.submit(() -> {
                for (int turn = 1; turn <= TURNS; turn++) {
                    engine.put("counter", Integer.toString(turn));
                    acknowledged.set(turn);
                }
            });
            List<Future<?>> readers = new ArrayList<>();
            for (int reader = 0; reader < 2; reader++) {
                readers.add(threads.submit(() -> {
                    while (!writer.isDone()) {
                        int least = acknowledged.get();
                        assertThat(Integer.parseInt(engine.text("counter").orElseThrow()))
                                .isGreaterThanOrEqualTo(least);
                    }
                }));
            }
            writer.get();
            for (Future<?> reader : readers) {
                reader.get();
            }
            threads.shutdown();
        }
    }

    @Test
    void aBranchThatIsMadeAnewIsNeverSeenWithoutItsFiles() throws Exception {
        try (Engine engine = Engine.withMaster(folder, Engine.settings())) {
            engine.put("file", "in all branches");
            BranchName branch = Engine.branch("passing");
            ExecutorService threads = Executors.newFixedThreadPool(2);
            Future<?> maker = threads.submit(() -> {
                for (int turn = 0; turn < TURNS / 4; turn++) {
                    engine.fork("passing", CommitRef.HEAD);
                    engine.put(branch, "file", "own");
                    engine.pfs.branches().delete(branch, false);
                }
            });
            Future<?> reader = threads.submit(() -> {
                while (!maker.isDone()) {
                    unlessGone(() -> assertThat(engine.text(branch, CommitRef.HEAD, "file"))
                            .isPresent());
                }
            });
            maker.get();
            reader.get();
            threads.shutdown();
        }
    }

    private static void write(Engine engine, Random random, AtomicInteger writing) {
        try {
            for (int turn = 0; turn < TURNS; turn++) {
                BranchName branch = branch(random);
                int action = random.nextInt(20);
                unlessGone(() -> change(engine, branch, action, random));
            }
        } finally {
            writing.decrementAndGet();
        }
    }

    private static void change(Engine engine, BranchName branch, int action, Random random) {
        String path = (random.nextBoolean() ? "a/" : "b/") + random.nextInt(50);
        if (action == 0 && !branch.equals(MASTER)) {
            engine.pfs.branches().delete(branch, true);
        } else if (action <= 2) {
            engine.pfs.branches().create(branch, new BranchPoint(branch(random), CommitRef.HEAD));
        } else if (action <= 5) {
            engine.delete(branch, path);
        } else {
            engine.put(branch, path, path + "#".repeat(random.nextInt(100)));
        }
    }

    private static void read(Engine engine, Random random, AtomicInteger writing) {
        while (writing.get() > 0) {
            BranchName branch = branch(random);
            unlessGone(() -> readAll(engine, branch));
            unlessGone(() -> engine.pfs.history().versions(branch, Grouping.NONE, Optional.empty(), 50));
        }
    }

    /** Every file of a page is readable at the page's commit, and is the file that the page says. */
    private static void readAll(Engine engine, BranchName branch) {
        ListPage page = engine.pfs.lister().list(branch, CommitRef.HEAD, Grouping.NONE, Optional.empty(), 30);
        for (ListEntry entry : page.entries()) {
            ListEntry.File file = (ListEntry.File) entry;
            CommitRef commit = CommitRef.of(page.commit().id());
            Optional<byte[]> bytes = engine.bytes(branch, commit, file.path().toString());
            assertThat(bytes).isPresent();
            String text = new String(bytes.orElseThrow(), StandardCharsets.UTF_8);
            assertThat(text).hasSize((int) file.row().size());
            assertThat(text.startsWith(file.path().toString()) || text.equals("seed"))
                    .isTrue();
        }
    }

    private static BranchName branch(Random random) {
        int number = random.nextInt(BRANCHES);
        return number == 0 ? MASTER : Engine.branch("b" + number);
    }

    private static void unlessGone(Runnable step) {
        try {
            step.run();
        } catch (PfsException failure) {
            if (!GONE.contains(failure.kind())) {
                throw failure;
            }
        }
    }
}
