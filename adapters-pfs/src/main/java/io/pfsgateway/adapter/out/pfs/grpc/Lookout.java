package io.pfsgateway.adapter.out.pfs.grpc;

import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.StatusException;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.CommitInfo;
import io.pfsgateway.pfs.protocol.FileInfo;
import io.pfsgateway.pfs.protocol.FileType;
import io.pfsgateway.pfs.protocol.GlobFileRequest;
import io.pfsgateway.pfs.protocol.PathRange;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at a branch for writers. All questions about a key, which are those for the key and for each directory above it, go out at
 * once, 64 at most, so that they cost the time of one round trip. pachd lets a commit happen in which a path is a file and a directory, ends
 * it in error and goes on from the one before, so that what the client was told is stored would be lost: hence the directories.
 *
 * <p>Each question is a glob for one path within a range that ends before whatever is below the path. Inspecting a path instead
 * would have the server read a directory to its end.
 */
final class Lookout {
    private static final int QUESTIONS_AT_ONCE = 64;

    private final PfsClient client;
    private final Heads heads;

    /** A way to find what is at some paths of a commit. */
    private interface Look {
        Map<String, FileInfo> at(Commit commit, Map<String, ObjectKey> questions) throws StatusException;
    }

    Lookout(PfsClient client) {
        this.client = client;
        this.heads = new Heads(client);
    }

    /** Looks at files that are to go; what is above or below them is of no matter. */
    Standing files(BranchId branch, List<ObjectKey> keys) throws StatusException {
        Map<String, ObjectKey> questions = new LinkedHashMap<>();
        keys.forEach(key -> questions.put(client.paths().of(key), key));
        return look(branch, questions, this::files);
    }

    /** Looks at a file that is to be written, and for what is in its way. */
    Standing target(BranchId branch, ObjectKey key) throws StatusException {
        Map<String, ObjectKey> questions = new LinkedHashMap<>();
        String path = client.paths().of(key);
        questions.put(path, key);
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            questions.put(path.substring(0, slash), key);
        }
        return look(branch, questions, this::ask);
    }

    private Standing look(BranchId branch, Map<String, ObjectKey> questions, Look look) throws StatusException {
        ListenableFuture<CommitInfo> asked = client.startInspectCommit(PfsMessages.head(branch));
        Map<String, FileInfo> found = new HashMap<>();
        StatusException unreadable = null;
        try {
            found.putAll(look.at(PfsMessages.head(branch), questions));
        } catch (StatusException failed) {
            unreadable = failed;
        }
        CommitInfo head = settled(branch, Answers.of(asked));
        if (!head.getError().isEmpty()) {
            CommitInfo base = heads.lastGood(branch, head);
            found.clear();
            found.putAll(look.at(PfsMessages.commit(branch, PfsMessages.commitId(base.getCommit())), questions));
        } else if (unreadable != null) {
            throw unreadable;
        }
        return standing(head, questions, found);
    }

    /** How the head ended, which is not known yet while it was finishing; what was asked has waited for that. */
    private CommitInfo settled(BranchId branch, CommitInfo head) throws StatusException {
        boolean finishing = head.hasFinishing() && !head.hasFinished();
        return finishing
                ? client.inspectCommit(PfsMessages.commit(branch, PfsMessages.commitId(head.getCommit())))
                : head;
    }

    /** The files alone, which many paths side by side are read together for. */
    private Map<String, FileInfo> files(Commit at, Map<String, ObjectKey> questions) throws StatusException {
        ManyPaths many = new ManyPaths(client, at, questions.keySet());
        many.read();
        Map<String, FileInfo> found = new HashMap<>(many.found());
        found.putAll(ask(at, many.left(), questions));
        return found;
    }

    /** Files and directories. */
    private Map<String, FileInfo> ask(Commit at, Map<String, ObjectKey> questions) throws StatusException {
        return ask(at, List.copyOf(questions.keySet()), questions);
    }

    private Map<String, FileInfo> ask(Commit at, List<String> paths, Map<String, ObjectKey> questions)
            throws StatusException {
        Map<String, FileInfo> found = new HashMap<>();
        for (int from = 0; from < paths.size(); from += QUESTIONS_AT_ONCE) {
            found.putAll(
                    askAtOnce(at, paths.subList(from, Math.min(paths.size(), from + QUESTIONS_AT_ONCE)), questions));
        }
        return found;
    }

    private Map<String, FileInfo> askAtOnce(Commit at, List<String> paths, Map<String, ObjectKey> questions)
            throws StatusException {
        List<List<FileInfo>> answers = Answers.ofEach(paths, path -> {
            boolean isKey = path.equals(client.paths().of(keyOf(questions, path)));
            return client.globFile(question(at, path, isKey));
        });
        Map<String, FileInfo> found = new HashMap<>();
        for (int i = 0; i < paths.size(); i++) {
            for (FileInfo info : answers.get(i)) {
                found.put(paths.get(i), info);
            }
        }
        return found;
    }

    private static ObjectKey keyOf(Map<String, ObjectKey> questions, String path) {
        ObjectKey key = questions.get(path);
        if (key == null) {
            throw new IllegalStateException("Nobody asked about " + path);
        }
        return key;
    }

    /** A directory at the key itself is in the way; above it directories are as they should be. */
    private static GlobFileRequest question(Commit at, String path, boolean isKey) {
        String upper = isKey ? path + "/" + PathOrder.FIRST : path + "/";
        return GlobFileRequest.newBuilder()
                .setCommit(at)
                .setPattern(path)
                .setPathRange(PathRange.newBuilder().setLower(path).setUpper(upper))
                .build();
    }

    private Standing standing(CommitInfo head, Map<String, ObjectKey> questions, Map<String, FileInfo> found) {
        Map<ObjectKey, FileInfo> files = new HashMap<>();
        Map<ObjectKey, String> collisions = new HashMap<>();
        found.forEach((path, info) -> {
            ObjectKey key = keyOf(questions, path);
            boolean isKey = path.equals(client.paths().of(key));
            boolean isFile = info.getFileType() == FileType.FILE;
            if (isKey && isFile) {
                files.put(key, info);
            } else if (isKey) {
                collisions.put(key, nameOfDirectory(path));
            } else if (isFile) {
                collisions.put(key, name(path));
            }
        });
        return new Standing(head, files, collisions);
    }

    /** A file's key, or its path where it is no key's. */
    private String name(String path) {
        return client.paths().key(path).map(ObjectKey::value).orElseGet(() -> path.substring(1));
    }

    private String nameOfDirectory(String path) {
        return client.paths().prefix(path + "/").orElseGet(() -> path.substring(1) + "/");
    }
}
