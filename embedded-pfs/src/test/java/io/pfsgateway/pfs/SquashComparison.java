package io.pfsgateway.pfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pfsgateway.pfs.listing.ChangedPath;
import io.pfsgateway.pfs.listing.Grouping;
import io.pfsgateway.pfs.listing.ListEntry;
import io.pfsgateway.pfs.listing.VersionEntry;
import io.pfsgateway.pfs.listing.VersionMarker;
import io.pfsgateway.pfs.listing.VersionPage;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.FileRow;
import io.pfsgateway.pfs.model.FileVersion;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.read.CommitPoint;
import io.pfsgateway.pfs.read.FileAt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Compares an engine with what is to be left of a history. */
final class SquashComparison {
    private final Engine engine;
    private final RandomHistory history;

    SquashComparison(Engine engine, RandomHistory history) {
        this.engine = engine;
        this.history = history;
    }

    /** The commits that a squash takes: all before a time but the heads and those that a branch started from. */
    Set<CommitId> goneBefore(Instant before) {
        Set<CommitId> gone = new HashSet<>(history.gone);
        for (BranchName branch : history.branches) {
            for (Model.State state : history.model.states(branch)) {
                if (!gone.contains(state.id()) && time(branch, state.id()).isBefore(before)) {
                    gone.add(state.id());
                }
            }
        }
        for (BranchName branch : history.branches) {
            List<Model.State> states = history.model.states(branch);
            gone.remove(states.get(states.size() - 1).id());
        }
        gone.removeAll(history.starts);
        return gone;
    }

    private Instant time(BranchName branch, CommitId id) {
        return engine.pfs.reader().commit(branch, CommitRef.of(id)).time();
    }

    /** Everything that is left shows what it did, and nothing else is there. */
    void everything(Set<CommitId> gone) {
        SquashModel model = new SquashModel(history.model, gone);
        for (BranchName branch : history.branches) {
            states(branch, model.states(branch));
            ancestors(branch, model.states(branch));
            versions(branch, model.versions(branch));
            history.model.states(branch).stream()
                    .map(Model.State::id)
                    .filter(gone::contains)
                    .forEach(id -> missing(branch, CommitRef.of(id)));
        }
    }

    /** While a squash is under way every commit that stays shows what it did, and another shows that or is missing. */
    void whatStays(Set<CommitId> going) {
        for (BranchName branch : history.branches) {
            List<Model.State> all = history.model.states(branch);
            states(
                    branch,
                    all.stream().filter(state -> !going.contains(state.id())).toList());
            states(
                    branch,
                    all.stream()
                            .filter(state -> going.contains(state.id()) && isThere(branch, state.id()))
                            .toList());
            for (VersionEntry.Version version : shown(branch)) {
                assertThat(isThere(branch, version.version().commit())).isTrue();
            }
        }
    }

    private boolean isThere(BranchName branch, CommitId id) {
        try {
            return engine.pfs.reader().resolve(branch, CommitRef.of(id)).id().equals(id);
        } catch (PfsException missing) {
            assertThat(missing.kind()).isEqualTo(FailureKind.NO_SUCH_COMMIT);
            return false;
        }
    }

    private void states(BranchName branch, List<Model.State> states) {
        for (Model.State state : states) {
            CommitRef ref = CommitRef.of(state.id());
            List<Bytes> listed = new ArrayList<>();
            for (ListEntry entry : engine.pfs
                    .lister()
                    .list(branch, ref, Grouping.NONE, Optional.empty(), 10_000)
                    .entries()) {
                ListEntry.File file = (ListEntry.File) entry;
                listed.add(file.name());
                assertThat(engine.pfs.reader().find(branch, ref, file.path()).map(FileAt::row))
                        .contains(file.row());
            }
            assertThat(listed).isEqualTo(List.copyOf(state.files().keySet()));
            state.files()
                    .forEach((path, text) ->
                            assertThat(engine.text(branch, ref, path.toUtf8())).contains(text));
            for (String word : List.of("a", "b", "b0", "c/d")) {
                Optional<String> expected = Optional.ofNullable(state.files().get(Bytes.utf8(word)));
                assertThat(engine.text(branch, ref, word)).isEqualTo(expected);
            }
        }
    }

    private void ancestors(BranchName branch, List<Model.State> states) {
        int last = states.size() - 1;
        for (int back = 0; back <= last; back++) {
            assertThat(engine.pfs
                            .reader()
                            .resolve(branch, CommitRef.HEAD.ancestor(back))
                            .id())
                    .isEqualTo(states.get(last - back).id());
            assertThat(engine.pfs
                            .reader()
                            .resolve(branch, CommitRef.of(states.get(back).id()).ancestor(back))
                            .id())
                    .isEqualTo(states.get(0).id());
        }
        missing(branch, CommitRef.HEAD.ancestor(last + 1));
        List<CommitId> listed = engine.pfs.history().commits(branch, CommitRef.HEAD, 10_000).stream()
                .map(CommitPoint::id)
                .toList();
        List<CommitId> expected = new ArrayList<>();
        states.forEach(state -> expected.add(0, state.id()));
        assertThat(listed).isEqualTo(expected);
    }

    private void missing(BranchName branch, CommitRef ref) {
        assertThatThrownBy(() -> engine.pfs.reader().find(branch, ref, FilePath.of("a")))
                .satisfies(FileCommitTest.isKind(FailureKind.NO_SUCH_COMMIT));
    }

    private void versions(BranchName branch, List<Model.Version> expected) {
        List<VersionEntry.Version> found = shown(branch);
        assertThat(found.stream().map(SquashComparison::told).toList())
                .isEqualTo(expected.stream().map(SquashComparison::told).toList());
        Map<CommitId, List<Bytes>> changed = new TreeMap<>(Comparator.comparing(CommitId::toString));
        expected.forEach(version -> changed.computeIfAbsent(version.commit(), id -> new ArrayList<>())
                .add(version.path()));
        changed.forEach((id, paths) -> {
            CommitRef ref = CommitRef.of(id);
            assertThat(engine.pfs.history().changes(branch, ref, Optional.empty(), 10_000).stream()
                            .map(ChangedPath::path)
                            .map(FilePath::bytes))
                    .isEqualTo(paths);
            assertThat(engine.pfs.reader().commit(branch, ref).changes()).isEqualTo(paths.size());
        });
    }

    private static String told(Model.Version version) {
        return version.path() + " " + version.commit() + " " + version.text().isPresent() + " " + version.latest();
    }

    private static String told(VersionEntry.Version version) {
        FileVersion row = version.version();
        return version.path().bytes() + " " + row.commit() + " " + (row instanceof FileRow) + " " + version.latest();
    }

    private List<VersionEntry.Version> shown(BranchName branch) {
        List<VersionEntry.Version> found = new ArrayList<>();
        Optional<VersionMarker> marker = Optional.empty();
        VersionPage page;
        do {
            page = engine.pfs.history().versions(branch, Grouping.NONE, marker, 1 + history.nextInt(5));
            for (VersionEntry entry : page.entries()) {
                VersionEntry.Version version = (VersionEntry.Version) entry;
                found.add(version);
                marker = Optional.of(new VersionMarker(
                        version.path().bytes(), Optional.of(version.version().commit())));
            }
        } while (page.truncated());
        return found;
    }
}
