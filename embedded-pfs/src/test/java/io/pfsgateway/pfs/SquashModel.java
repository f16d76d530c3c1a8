package io.pfsgateway.pfs;

import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.CommitId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is left of a history when some of its commits are gone, the naive way. */
record SquashModel(Model history, Set<CommitId> gone) {
    List<Model.State> states(BranchName branch) {
        return history.states(branch).stream()
                .filter(state -> !gone.contains(state.id()))
                .toList();
    }

    /**
     * Paths in order, the newest version first. A commit that is left has a version of each path that it changed itself, and of each
     * that is not as the last commit before it left it.
     */
    List<Model.Version> versions(BranchName branch) {
        Map<CommitId, Set<Bytes>> own = new HashMap<>();
        for (Model.Version version : history.versions(branch)) {
            own.computeIfAbsent(version.commit(), id -> new HashSet<>()).add(version.path());
        }
        SortedMap<Bytes, List<Model.Version>> found = new TreeMap<>();
        SortedMap<Bytes, String> before = new TreeMap<>();
        for (Model.State state : states(branch)) {
            for (Bytes path : changed(before, state, own.getOrDefault(state.id(), Set.of()))) {
                Optional<String> text = Optional.ofNullable(state.files().get(path));
                found.computeIfAbsent(path, key -> new ArrayList<>())
                        .add(0, new Model.Version(path, state.id(), text, false));
            }
            before = state.files();
        }
        return Model.inOrder(found);
    }

    private static Set<Bytes> changed(SortedMap<Bytes, String> before, Model.State state, Set<Bytes> own) {
        Set<Bytes> paths = new HashSet<>(before.keySet());
        paths.addAll(state.files().keySet());
        paths.removeIf(path -> Optional.ofNullable(before.get(path))
                .equals(Optional.ofNullable(state.files().get(path))));
        paths.addAll(own);
        return paths;
    }
}
