package io.pfsgateway.pfs;

import io.pfsgateway.pfs.branch.BranchPoint;
import io.pfsgateway.pfs.commit.Change;
import io.pfsgateway.pfs.commit.CommitPlan;
import io.pfsgateway.pfs.commit.CommitResult;
import io.pfsgateway.pfs.commit.FileSource;
import io.pfsgateway.pfs.content.ContentWriter;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.Precondition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Makes the same random commits and forks in an engine and in a model. The same seed makes the same history. */
final class RandomHistory {
    private static final List<String> WORDS = List.of("a", "b", "b0", "c/d", "/", "\0", "é", "~");

    final Model model = new Model();
    final List<BranchName> branches = new ArrayList<>();
    /** Commits that branches started from. */
    final Set<CommitId> starts = new HashSet<>();
    /** Commits that no branch can start from any more. */
    final Set<CommitId> gone = new HashSet<>();

    private final Random random;
    private final Engine engine;
    private int texts;

    RandomHistory(Engine engine, long seed) {
        this.engine = engine;
        this.random = new Random(seed);
        model.create(
                Engine.MASTER,
                engine.pfs.reader().resolve(Engine.MASTER, CommitRef.HEAD).id());
        branches.add(Engine.MASTER);
    }

    /** One random step: mostly a commit of a few changes, now and then a fork. */
    void step() {
        BranchName branch = branches.get(random.nextInt(branches.size()));
        if (random.nextInt(30) == 0 && branches.size() < 6) {
            fork(branch);
        } else {
            commit(branch);
        }
    }

    private void fork(BranchName from) {
        BranchName branch = Engine.branch("fork" + branches.size());
        List<Model.State> states = model.states(from);
        int commits = random.nextBoolean() ? states.size() : 1 + random.nextInt(states.size());
        while (gone.contains(states.get(commits - 1).id())) {
            commits++;
        }
        CommitId start = states.get(commits - 1).id();
        starts.add(start);
        engine.pfs.branches().create(branch, new BranchPoint(from, CommitRef.of(start)));
        model.fork(branch, from, commits);
        branches.add(branch);
    }

    private void commit(BranchName branch) {
        Map<Bytes, Optional<String>> wanted = new HashMap<>();
        for (int count = 1 + random.nextInt(4); count > 0; count--) {
            Optional<String> text = random.nextInt(3) == 0 ? Optional.empty() : Optional.of("text " + texts++);
            wanted.put(Bytes.utf8(path()), text);
        }
        List<Change> changes = new ArrayList<>();
        List<ContentWriter> writers = new ArrayList<>();
        wanted.forEach((path, text) -> changes.add(change(new FilePath(path), text, writers)));
        CommitResult result = engine.pfs.files().commit(CommitPlan.of(branch, changes));
        writers.forEach(ContentWriter::close);
        result.commit().ifPresent(commit -> model.commit(branch, commit.id(), wanted));
    }

    private Change change(FilePath path, Optional<String> text, List<ContentWriter> writers) {
        if (text.isEmpty()) {
            return new Change.Delete(path, Precondition.NONE);
        }
        ContentWriter writer = engine.pfs.staging().newContent();
        writers.add(writer);
        writer.write(text.get().getBytes(StandardCharsets.UTF_8));
        FileSource source = new FileSource.Written(writer.finish());
        return new Change.Put(path, source, Bytes.EMPTY, Precondition.NONE);
    }

    /** Bytes that may be a path, a prefix of one, or a place between two. */
    String path() {
        StringBuilder path = new StringBuilder();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            path.append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return path.toString();
    }

    int nextInt(int bound) {
        return random.nextInt(bound);
    }

    Bytes maybe(String text) {
        return random.nextBoolean() ? Bytes.EMPTY : Bytes.utf8(text);
    }
}
