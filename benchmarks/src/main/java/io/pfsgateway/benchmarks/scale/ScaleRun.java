package io.pfsgateway.benchmarks.scale;

import io.pfsgateway.benchmarks.files.MeasuredFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

/**
 * Fills a folder and says, line by line, what calls cost there beside the same calls on a bucket of a thousand keys in a folder
 * of its own. A folder that an earlier run filled is not filled again, so that reading can be measured alone. Arguments:
 *
 * <ol>
 *   <li>a folder, which is left as it is then;
 *   <li>how many keys the large bucket has, 1,000,000 if not given;
 *   <li>how many commits make them, as many as keys if not given, and as many again in the bucket of a thousand keys;
 *   <li>how many bytes each file has, 128 if not given.
 * </ol>
 */
public final class ScaleRun {
    private static final int FEW = 1_000;
    private static final int DEFAULT_KEYS = 1_000_000;
    private static final int DEFAULT_BODY_BYTES = 128;

    private final Path folder;
    private final int keys;
    private final long commits;
    private final int bodyBytes;

    private ScaleRun(Path folder, int keys, long commits, int bodyBytes) {
        this.folder = folder;
        this.keys = keys;
        this.commits = commits;
        this.bodyBytes = bodyBytes;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("Name a folder; then the keys, the commits and the bytes of a file");
        }
        int keys = (int) number(arguments, 1, DEFAULT_KEYS);
        long commits = number(arguments, 2, keys);
        int bodyBytes = (int) number(arguments, 3, DEFAULT_BODY_BYTES);
        new ScaleRun(Path.of(arguments[0]), keys, commits, bodyBytes).run();
    }

    private static long number(String[] arguments, int at, long otherwise) {
        return arguments.length > at ? Long.parseLong(arguments[at].replace("_", "")) : otherwise;
    }

    private void run() throws IOException, InterruptedException, ExecutionException {
        KeySpace large = KeySpace.of("large", keys);
        KeySpace deep = KeySpace.of("deep", FEW);
        KeySpace few = KeySpace.of("few", FEW);
        try (MeasuredFiles files = MeasuredFiles.open(folder.resolve("much"))) {
            fill("much", files, large, commits);
            fill("much", files, deep, commits);
        }
        reopen();
        try (MeasuredFiles little = MeasuredFiles.open(folder.resolve("little"));
                MeasuredFiles much = MeasuredFiles.open(folder.resolve("much"))) {
            fill("little", little, few, FEW);
            Growth growth = new Growth(new Growth.Side(little, few), new Growth.Side(much, large), bodyBytes);
            print(Comparison.HEADER);
            growth.atHead(this::print);
            growth.back(commits / 2, this::print);
            growth.versions(new Growth.Side(much, deep), commits / 2, this::print);
            growth.deletions(this::print);
            print("Resident with both open: " + Residence.now());
            new Reclaiming(much, large, bodyBytes).run(this::print);
        }
    }

    private void fill(String name, MeasuredFiles files, KeySpace space, long count)
            throws InterruptedException, ExecutionException, IOException {
        if (files.has(space.branch())) {
            return;
        }
        Path data = folder.resolve(name);
        long before = DiskUse.below(data);
        double seconds = new Filling(files, space, bodyBytes).fill(count).toMillis() / 1e3;
        print("%s: %,d commits of %,d keys in %.0f s, %,.0f a second"
                .formatted(space.branch(), count, space.keys(), seconds, count / seconds));
        long began = System.nanoTime();
        files.engine().awaitBackground();
        print("  trees built %.1f s later; %,.0f bytes on disk a version, %d of them the file's own"
                .formatted(since(began), (DiskUse.below(data) - before) / (double) count, bodyBytes));
    }

    /** Opening plays the log back that the store left behind. */
    private void reopen() {
        long began = System.nanoTime();
        MeasuredFiles files = MeasuredFiles.open(folder.resolve("much"));
        double opened = since(began);
        files.close();
        print("Opened in %.2f s, limit 3 s: %s".formatted(opened, opened < 3 ? "holds" : "DOES NOT HOLD"));
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    @SuppressWarnings("SystemOut") // A program whose answer this is.
    private void print(Object line) {
        System.out.println(line);
    }
}
