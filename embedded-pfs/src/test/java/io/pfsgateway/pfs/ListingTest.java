package io.pfsgateway.pfs;

import static io.pfsgateway.pfs.Engine.MASTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pfsgateway.pfs.listing.Grouping;
import io.pfsgateway.pfs.listing.ListEntry;
import io.pfsgateway.pfs.listing.ListPage;
import io.pfsgateway.pfs.listing.VersionEntry;
import io.pfsgateway.pfs.listing.VersionMarker;
import io.pfsgateway.pfs.listing.VersionPage;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.FileRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ListingTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void showsWhatANaiveModelShows(long seed) throws Exception {
        int epoch = seed % 2 == 0 ? 4 : 60;
        try (Engine engine = Engine.withMaster(folder, Engine.settings().withChangesPerEpoch(epoch))) {
            RandomHistory history = new RandomHistory(engine, seed);
            for (int round = 0; round < 12; round++) {
                for (int step = 0; step < 25; step++) {
                    history.step();
                }
                compareListings(engine, history, 40);
                compareVersions(engine, history);
            }
            engine.pfs.awaitBackground();
            compareListings(engine, history, 400);
            compareFiles(engine, history);
        }
        try (Engine reopened = Engine.open(folder)) {
            assertThat(reopened.names(MASTER, CommitRef.HEAD)).isNotEmpty();
        }
    }

    private static void compareListings(Engine engine, RandomHistory history, int times) {
        for (int count = 0; count < times; count++) {
            BranchName branch = history.branches.get(history.nextInt(history.branches.size()));
            List<Model.State> states = history.model.states(branch);
            Model.State state = states.get(history.nextInt(states.size()));
            Grouping grouping = new Grouping(history.maybe(history.path()), history.maybe(delimiter(history)));
            Optional<Bytes> after = Optional.of(history.maybe(history.path())).filter(name -> !name.isEmpty());
            int limit = 1 + history.nextInt(8);
            List<Model.Shown> all = Model.list(state.files(), grouping.prefix(), grouping.delimiter(), after);

            ListPage page = engine.pfs.lister().list(branch, CommitRef.of(state.id()), grouping, after, limit);

            assertThat(page.commit().id()).isEqualTo(state.id());
            assertThat(shown(engine, branch, state.id(), page)).isEqualTo(all.subList(0, Math.min(limit, all.size())));
            assertThat(page.truncated()).isEqualTo(all.size() > limit);
        }
    }

    private static String delimiter(RandomHistory history) {
        return List.of("/", "b", "c/", "\0").get(history.nextInt(4));
    }

    private static List<Model.Shown> shown(Engine engine, BranchName branch, CommitId commit, ListPage page) {
        List<Model.Shown> shown = new ArrayList<>();
        for (ListEntry entry : page.entries()) {
            Optional<String> text = entry instanceof ListEntry.File file
                    ? engine.text(branch, CommitRef.of(commit), file.path().toString())
                    : Optional.empty();
            shown.add(new Model.Shown(entry.name(), text));
        }
        return shown;
    }

    private static void compareFiles(Engine engine, RandomHistory history) {
        for (BranchName branch : history.branches) {
            for (Model.State state : history.model.states(branch)) {
                assertThat(engine.names(branch, CommitRef.of(state.id())))
                        .isEqualTo(state.files().keySet().stream()
                                .map(Bytes::toUtf8)
                                .toList());
            }
        }
    }

    private static void compareVersions(Engine engine, RandomHistory history) {
        BranchName branch = history.branches.get(history.nextInt(history.branches.size()));
        List<Model.Version> expected = history.model.versions(branch);
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

        assertThat(found).hasSameSizeAs(expected);
        for (int index = 0; index < found.size(); index++) {
            VersionEntry.Version version = found.get(index);
            Model.Version wanted = expected.get(index);
            assertThat(version.path().bytes()).isEqualTo(wanted.path());
            assertThat(version.version().commit()).isEqualTo(wanted.commit());
            assertThat(version.version() instanceof FileRow)
                    .isEqualTo(wanted.text().isPresent());
            assertThat(version.latest()).isEqualTo(wanted.latest());
        }
    }

    @Test
    void aDirectoryThatAfterLiesInIsNotShownAgain() {
        try (Engine engine = Engine.withMaster(folder, Engine.settings())) {
            engine.put("dir/a", "1");
            engine.put("dir/b", "1");
            engine.put("e", "1");
            Grouping grouping = new Grouping(Bytes.EMPTY, Bytes.utf8("/"));

            assertThat(list(engine, grouping, "dir/a")).containsExactly("e");
            assertThat(list(engine, grouping, "dir/")).containsExactly("e");
            assertThat(list(engine, grouping, "dir")).containsExactly("dir/", "e");
        }
    }

    @Test
    void theEndOfTheByteSpaceIsNothingSpecial() {
        try (Engine engine = Engine.withMaster(folder, Engine.settings())) {
            engine.put("a", "1");
            Bytes end = Bytes.hex("ffff");

            assertThat(engine.pfs
                            .lister()
                            .list(MASTER, CommitRef.HEAD, new Grouping(end, end), Optional.of(end), 10)
                            .entries())
                    .isEmpty();
            assertThat(engine.pfs
                            .history()
                            .versions(MASTER, new Grouping(end, end), Optional.empty(), 10)
                            .entries())
                    .isEmpty();
        }
    }

    @Test
    void aPageOfNothingIsNotTruncated() {
        try (Engine engine = Engine.withMaster(folder, Engine.settings())) {
            engine.put("a", "1");

            ListPage page = engine.pfs.lister().list(MASTER, CommitRef.HEAD, Grouping.NONE, Optional.empty(), 0);

            assertThat(page.entries()).isEmpty();
            assertThat(page.truncated()).isFalse();
        }
    }

    @Test
    void directoryMarkersAreFiles() {
        try (Engine engine = Engine.withMaster(folder, Engine.settings())) {
            engine.put("dir/", "");
            engine.put("dir/a", "1");

            assertThat(engine.names(MASTER, CommitRef.HEAD)).containsExactly("dir/", "dir/a");
            assertThat(list(engine, new Grouping(Bytes.utf8("dir/"), Bytes.utf8("/")), ""))
                    .containsExactly("dir/", "dir/a");
            engine.delete(MASTER, "dir/");
            assertThat(engine.names(MASTER, CommitRef.HEAD)).containsExactly("dir/a");
        }
    }

    @Test
    void historyGroupsByDelimiterWhetherLiveOrNot() {
        try (Engine engine = Engine.withMaster(folder, Engine.settings())) {
            engine.put("dir/a", "1");
            engine.put("x", "1");
            engine.delete(MASTER, "dir/a");
            Grouping grouping = new Grouping(Bytes.EMPTY, Bytes.utf8("/"));

            VersionPage page = engine.pfs.history().versions(MASTER, grouping, Optional.empty(), 1);
            assertThat(page.entries()).containsExactly(new VersionEntry.CommonPrefix(Bytes.utf8("dir/")));
            assertThat(page.truncated()).isTrue();
            Optional<VersionMarker> marker = Optional.of(new VersionMarker(Bytes.utf8("dir/"), Optional.empty()));
            assertThat(engine.pfs
                            .history()
                            .versions(MASTER, grouping, marker, 5)
                            .entries())
                    .hasSize(1);
        }
    }

    @Test
    void refusesAMarkerOfACommitThatIsNotOnTheBranch() {
        try (Engine engine = Engine.withMaster(folder, Engine.settings())) {
            engine.put("a", "1");
            Optional<VersionMarker> marker =
                    Optional.of(new VersionMarker(Bytes.utf8("a"), Optional.of(CommitId.random())));

            assertThatThrownBy(() -> engine.pfs.history().versions(MASTER, Grouping.NONE, marker, 5))
                    .satisfies(FileCommitTest.isKind(FailureKind.NO_SUCH_COMMIT));
        }
    }

    private static List<String> list(Engine engine, Grouping grouping, String after) {
        return engine
                .pfs
                .lister()
                .list(MASTER, CommitRef.HEAD, grouping, Optional.of(Bytes.utf8(after)), 100)
                .entries()
                .stream()
                .map(entry -> entry.name().toUtf8())
                .toList();
    }
}
