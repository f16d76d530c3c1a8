package io.pfsgateway.pfs;

import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.CommitId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the engine is to show, kept the naive way: a whole map for every commit, and every listing a walk over all of it. */
final class Model {
    /** A commit: its id and its files, path to text. */
    record State(CommitId id, SortedMap<Bytes, String> files) {}

    /** An entry of a page: a name, and the text of the file, or nothing for a common prefix. */
    record Shown(Bytes name, Optional<String> text) {}

    /** A version: its path, the commit that made it, the text or nothing for a deletion, and whether it is the latest. */
    record Version(Bytes path, CommitId commit, Optional<String> text, boolean latest) {}

    private final Map<BranchName, List<State>> branches = new HashMap<>();

    void create(BranchName branch, CommitId root) {
        branches.put(branch, new ArrayList<>(List.of(new State(root, new TreeMap<>()))));
    }

    void fork(BranchName branch, BranchName from, int commits) {
        branches.put(branch, new ArrayList<>(states(from).subList(0, commits)));
    }

    List<State> states(BranchName branch) {
        return branches.getOrDefault(branch, List.of());
    }

    SortedMap<Bytes, String> head(BranchName branch) {
        List<State> states = states(branch);
        return states.get(states.size() - 1).files();
    }

    void commit(BranchName branch, CommitId id, Map<Bytes, Optional<String>> changes) {
        SortedMap<Bytes, String> files = new TreeMap<>(head(branch));
        changes.forEach((path, text) -> {
            if (text.isPresent()) {
                files.put(path, text.get());
            } else {
                files.remove(path);
            }
        });
        branches.computeIfAbsent(branch, name -> new ArrayList<>()).add(new State(id, files));
    }

    /** All entries after a name, without a limit. */
    static List<Shown> list(SortedMap<Bytes, String> files, Bytes prefix, Bytes delimiter, Optional<Bytes> after) {
        SortedMap<Bytes, Shown> shown = new TreeMap<>();
        files.forEach((path, text) -> {
            if (path.startsWith(prefix)) {
                Shown entry = shown(path, text, prefix, delimiter);
                shown.put(entry.name(), entry);
            }
        });
        return shown.values().stream()
                .filter(entry -> after.isEmpty() || entry.name().compareTo(after.get()) > 0)
                .toList();
    }

    private static Shown shown(Bytes path, String text, Bytes prefix, Bytes delimiter) {
        int found = delimiter.isEmpty() ? -1 : path.indexOf(delimiter, prefix.length());
        return found < 0
                ? new Shown(path, Optional.of(text))
                : new Shown(path.slice(0, found + delimiter.length()), Optional.empty());
    }

    /** All versions of all paths: paths in order, newest first. */
    List<Version> versions(BranchName branch) {
        SortedMap<Bytes, List<Version>> found = new TreeMap<>();
        SortedMap<Bytes, String> before = new TreeMap<>();
        for (State state : states(branch)) {
            SortedMap<Bytes, String> all = new TreeMap<>(before);
            all.putAll(state.files());
            for (Bytes path : all.keySet()) {
                Optional<String> was = Optional.ofNullable(before.get(path));
                Optional<String> is = Optional.ofNullable(state.files().get(path));
                if (!was.equals(is)) {
                    found.computeIfAbsent(path, key -> new ArrayList<>())
                            .add(0, new Version(path, state.id(), is, false));
                }
            }
            before = state.files();
        }
        return inOrder(found);
    }

    /** Those of each path, newest first, one path after the other. */
    static List<Version> inOrder(SortedMap<Bytes, List<Version>> found) {
        List<Version> versions = new ArrayList<>();
        found.forEach((path, list) -> {
            for (int index = 0; index < list.size(); index++) {
                Version version = list.get(index);
                versions.add(new Version(path, version.commit(), version.text(), index == 0));
            }
        });
        return versions;
    }
}
