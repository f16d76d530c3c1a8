package io.pfsgateway.pfs;

import io.pfsgateway.pfs.commit.CommitResult;
import io.pfsgateway.pfs.content.ContentWriter;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.PartSource;
import io.pfsgateway.pfs.model.Precondition;
import io.pfsgateway.pfs.staged.StagedPart;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/** A program that changes an engine without end and prints every change that was acknowledged, until it is killed. */
final class CrashWorkload {
    private static final int THREADS = 4;

    private final Engine engine;
    private final String round;

    private CrashWorkload(Engine engine, String round) {
        this.engine = engine;
        this.round = round;
    }

    public static void main(String[] arguments) throws InterruptedException {
        Engine engine = Engine.withMaster(Path.of(arguments[0]), settings());
        CrashWorkload workload = new CrashWorkload(engine, arguments[1]);
        for (int thread = 0; thread < THREADS; thread++) {
            String name = "t" + thread;
            long seed = thread;
            new Thread(() -> workload.work(name, new Random(seed))).start();
        }
        new CountDownLatch(1).await();
    }

    static PfsSettings settings() {
        return Engine.settings().withInlineLimitBytes(500).withChangesPerEpoch(50);
    }

    static byte[] body(long seed) {
        Random random = new Random(seed);
        byte[] body = new byte[random.nextInt(1_500)];
        random.nextBytes(body);
        return body;
    }

    private void work(String name, Random random) {
        for (int turn = 0; ; turn++) {
            String path = name + "/" + random.nextInt(20);
            switch (random.nextInt(10)) {
                case 0 -> delete(path);
                case 1 -> compose(path, random.nextLong(), random.nextLong());
                case 2 -> fork(name, turn);
                case 3 -> stage("keep", random.nextLong());
                default -> put(path, random.nextLong());
            }
        }
    }

    private void put(String path, long seed) {
        CommitResult result = engine.put(Engine.MASTER, path, body(seed), Precondition.NONE);
        tell("put", path, result.row().commit(), seed);
    }

    private void delete(String path) {
        engine.delete(Engine.MASTER, path).commit().ifPresent(commit -> tell("delete", path, commit.id()));
    }

    private void compose(String path, long first, long second) {
        List<ContentId> parts = List.of(stage("stage", first), stage("stage", second));
        CommitResult result = engine.pfs
                .files()
                .compose(
                        Engine.MASTER,
                        FilePath.of(path),
                        parts.stream()
                                .map(part -> new PartSource(part, Bytes.EMPTY))
                                .toList(),
                        Bytes.EMPTY,
                        Precondition.NONE,
                        Bytes.utf8(round + path + first));
        tell("compose", path, result.row().commit(), first, second);
        engine.pfs.staging().release(parts);
        parts.forEach(part -> tell("release", part));
    }

    private ContentId stage(String fate, long seed) {
        try (ContentWriter writer = engine.pfs.staging().newContent()) {
            writer.write(body(seed));
            StagedPart part = engine.pfs.staging().stage(writer, Bytes.EMPTY);
            tell(fate, part.id(), part.hash());
            return part.id();
        }
    }

    private void fork(String name, int turn) {
        BranchName branch = Engine.branch("r" + round + name + "-" + turn);
        engine.fork(branch.branch(), CommitRef.HEAD);
        tell("fork", branch);
        if (turn % 3 != 0) {
            engine.put(branch, "own", "text");
            tell("drop", branch);
            engine.pfs.branches().delete(branch, true);
            tell("dropped", branch);
        }
    }

    /** One line, written at once, so that what a killed program printed ends with a whole line or a cut one. */
    @SuppressWarnings("SystemOut") // The parent process reads it.
    private static void tell(Object... words) {
        StringBuilder line = new StringBuilder();
        for (Object word : words) {
            line.append(word).append(' ');
        }
        System.out.println(line.append('.'));
    }
}
