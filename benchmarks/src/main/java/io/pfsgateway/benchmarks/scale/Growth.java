package io.pfsgateway.benchmarks.scale;

import io.pfsgateway.application.port.out.DeletionResult;
import io.pfsgateway.benchmarks.files.MeasuredFiles;
import io.pfsgateway.benchmarks.scale.Comparison.Bound;
import io.pfsgateway.domain.commit.CommitRef;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What calls cost on a large bucket, each beside the same call on a small one. */
final class Growth {
    private static final double SAME = 1.5;
    private static final double PAST = 3.0;
    private static final double DELETION_LIMIT_MILLIS = 20;
    private static final int PAGES = 200;
    private static final int READS = 20_000;
    private static final int WRITES = 1_000;
    private static final int AT_ONCE = 1_000;

    private final Side few;
    private final Side many;
    private final int bodyBytes;

    /** A bucket, and the files that it is one of. */
    record Side(MeasuredFiles files, KeySpace space) {
        Call get(CommitRef ref, int below) {
            byte[] buffer = new byte[8 << 10];
            Random random = new Random(below);
            return turn -> require(
                    files.get(space.branch(), ref, space.scattered(random.nextInt(below)), buffer) >= 0, "a file");
        }

        Call put(int bodyBytes) {
            byte[] body = new byte[bodyBytes];
            Random random = new Random(bodyBytes);
            return turn -> files.put(space.branch(), space.any(random), body);
        }

        Call page(CommitRef ref, Optional<String> after, int least) {
            return turn -> require(
                    files.page(space.branch(), ref, "", Optional.empty(), after)
                                    .entries()
                                    .size()
                            >= least,
                    "a full page");
        }

        Call versions(Optional<String> after) {
            return turn -> require(
                    files.versions(space.branch(), after).entries().size() == MeasuredFiles.PAGE, "a full page");
        }

        private static void require(boolean found, String what) {
            if (!found) {
                throw new IllegalStateException("There was to be " + what);
            }
        }
    }

    Growth(Side few, Side many, int bodyBytes) {
        this.few = few;
        this.many = many;
        this.bodyBytes = bodyBytes;
    }

    /** At the head of the large bucket. */
    void atHead(Consumer<Object> report) {
        Call fewGet = few.get(CommitRef.HEAD, few.space().keys());
        Call manyGet = many.get(CommitRef.HEAD, many.space().keys());
        report.accept(new Pair(fewGet, manyGet, READS).measure("GET at HEAD", Bound.work(SAME)));
        report.accept(new Pair(few.put(bodyBytes), many.put(bodyBytes), WRITES).measure("PUT", Bound.time(SAME)));
        report.accept(pages(many.page(CommitRef.HEAD, Optional.empty(), AT_ONCE), "first page at HEAD", SAME));
        Optional<String> middle = Optional.of(many.space().middle());
        report.accept(pages(many.page(CommitRef.HEAD, middle, AT_ONCE), "page from the middle at HEAD", SAME));
    }

    /** So many commits back in the large bucket. */
    void back(long commits, Consumer<Object> report) {
        CommitRef past = new CommitRef(Optional.empty(), commits);
        String back = " %,d commits back".formatted(commits);
        int there = (int) Math.min(commits / 2, many.space().keys());
        Call fewGet = few.get(CommitRef.HEAD, few.space().keys());
        report.accept(new Pair(fewGet, many.get(past, there), READS).measure("GET" + back, Bound.work(PAST)));
        report.accept(pages(many.page(past, Optional.empty(), AT_ONCE), "first page" + back, PAST));
        Optional<String> middle = Optional.of(many.space().middle());
        report.accept(pages(many.page(past, middle, AT_ONCE), "page from the middle" + back, PAST));
    }

    /** Where each key has a great many versions. */
    void versions(Side deep, long commits, Consumer<Object> report) {
        CommitRef past = new CommitRef(Optional.empty(), commits);
        report.accept(
                pages(deep.page(CommitRef.HEAD, Optional.empty(), AT_ONCE), "page of many versions at HEAD", PAST));
        String back = "page of many versions %,d commits back".formatted(commits);
        report.accept(pages(deep.page(past, Optional.empty(), AT_ONCE), back, PAST));
        Call fewVersions = few.versions(Optional.empty());
        Optional<String> middle = Optional.of(deep.space().middle());
        report.accept(new Pair(fewVersions, deep.versions(middle), PAGES)
                .measure("page of the versions themselves", Bound.work(PAST)));
    }

    private Comparison pages(Call page, String name, double limit) {
        return new Pair(few.page(CommitRef.HEAD, Optional.empty(), AT_ONCE), page, PAGES)
                .measure(name, Bound.work(limit));
    }

    /** Deletes half of the keys, neighbours of each other, a thousand to a commit, and lists what is behind them. */
    void deletions(Consumer<Object> report) {
        int half = many.space().keys() / 2;
        int first = half / 2;
        long[] nanos = IntStream.range(0, half / AT_ONCE)
                .mapToLong(turn -> delete(first + turn * AT_ONCE))
                .toArray();
        Timings timings = Timings.of(nanos);
        double millis = timings.medianMicros() / 1e3;
        report.accept(String.format(
                Locale.ROOT,
                "DeleteObjects of 1,000 keys, one commit: %.1f ms, p99 %.1f ms, limit 20 ms: %s",
                millis,
                timings.p99Micros() / 1e3,
                millis <= DELETION_LIMIT_MILLIS ? "holds" : "DOES NOT HOLD"));
        Optional<String> before = Optional.of(many.space().key(first - 1));
        String behind = "page behind %,d deleted keys".formatted(half);
        report.accept(pages(many.page(CommitRef.HEAD, before, AT_ONCE), behind, SAME));
    }

    private long delete(int first) {
        List<String> keys = IntStream.range(first, first + AT_ONCE)
                .mapToObj(many.space()::key)
                .toList();
        long began = System.nanoTime();
        DeletionResult result = many.files().delete(many.space().branch(), keys);
        long nanos = System.nanoTime() - began;
        boolean all = result.outcomes().stream().allMatch(DeletionResult.Outcome.DELETED::equals);
        Side.require(all && result.commit().isPresent(), "one commit that deletes them all");
        return nanos;
    }
}
