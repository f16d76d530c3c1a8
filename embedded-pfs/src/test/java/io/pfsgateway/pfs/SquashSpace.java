package io.pfsgateway.pfs;

import static io.pfsgateway.pfs.Engine.MASTER;

import io.pfsgateway.pfs.model.Precondition;
import io.pfsgateway.pfs.squash.SquashReport;
import io.pfsgateway.pfs.squash.SquashRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** A program that overwrites keys many times, squashes all but the head, and says what that freed: FOLDER KEYS VERSIONS BYTES. */
final class SquashSpace {
    private static final int WRITERS = 16;

    private final Path folder;
    private final int keys;
    private final int versions;
    private final int bytes;

    private SquashSpace(String... arguments) {
        this.folder = Path.of(arguments[0]);
        this.keys = Integer.parseInt(arguments[1]);
        this.versions = Integer.parseInt(arguments[2]);
        this.bytes = Integer.parseInt(arguments[3]);
    }

    @SuppressWarnings("SystemOut") // It is what the program is for.
    public static void main(String[] arguments) throws Exception {
        SquashSpace space = new SquashSpace(arguments);
        space.fill();
        System.out.println("filled: " + space.told());
        long start = System.nanoTime();
        SquashRequest request = new SquashRequest(Instant.now().plusSeconds(1), Optional.empty());
        SquashReport report = new OfflineSquash(space.folder, PfsSettings.defaults()).run(request);
        System.out.println(report + " in " + (System.nanoTime() - start) / 1_000_000 + " ms");
        System.out.println("squashed: " + space.told());
        System.out.println(EmbeddedPfs.check(space.folder, PfsSettings.defaults()));
    }

    private void fill() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try (Engine engine = Engine.withMaster(folder, PfsSettings.defaults())) {
            List<Future<?>> done = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int first = writer;
                done.add(threads.submit(() -> write(engine, first)));
            }
            for (Future<?> one : done) {
                one.get();
            }
            engine.pfs.awaitBackground();
        } finally {
            threads.shutdown();
        }
    }

    private void write(Engine engine, int first) {
        Random random = new Random(first);
        byte[] body = new byte[bytes];
        for (int version = 0; version < versions; version++) {
            for (int key = first; key < keys; key += WRITERS) {
                random.nextBytes(body);
                engine.put(MASTER, "dir/key-" + key, body, Precondition.NONE);
            }
        }
    }

    private String told() throws IOException {
        return bytesIn(folder) + " bytes, of them " + bytesIn(folder.resolve("store")) + " in the store, "
                + bytesIn(folder.resolve("blobs")) + " in blob files";
    }

    private static long bytesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(
                            file -> file.toFile().isFile() ? file.toFile().length() : 0)
                    .sum();
        }
    }
}
