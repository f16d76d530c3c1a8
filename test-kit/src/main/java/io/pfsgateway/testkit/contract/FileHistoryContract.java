package io.pfsgateway.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pfsgateway.application.port.out.FileHistory;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.VersionEntry;
import io.pfsgateway.domain.listing.VersionPage;
import io.pfsgateway.domain.listing.VersionQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link FileHistory} promises: every change to every key, by key, then newest first, in pages that meet. */
public abstract class FileHistoryContract extends FileSystemContract {
    private static final int STEPS = 50;

    private VersionPage versions(
            BranchId branch, String prefix, Optional<String> delimiter, Optional<VersionEntry> last, int limit) {
        Optional<String> after = last.map(VersionEntry::name);
        Optional<CommitId> version = last.flatMap(VersionEntry::commit).map(CommitInfo::id);
        return fileSystem().history().versions(new VersionQuery(branch, prefix, delimiter, after, version, limit));
    }

    private List<VersionEntry> all(BranchId branch, String prefix, Optional<String> delimiter, int limit) {
        List<VersionEntry> all = new ArrayList<>();
        VersionPage page;
        do {
            Optional<VersionEntry> last = all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
            page = versions(branch, prefix, delimiter, last, limit);
            assertThat(page.entries()).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page.entries());
            // Else a page that does not advance would never come to an end.
            assertThat(all).doesNotHaveDuplicates();
            assertThat(page.more()).isIn(false, !page.entries().isEmpty());
        } while (page.more());
        return all;
    }

    /** An entry in a form that is easily compared: name, commit, what it is. */
    private static String text(VersionEntry entry) {
        String kind = entry.isCommonPrefix() ? "prefix" : entry.file().isPresent() ? "file" : "deleted";
        String commit = entry.commit().map(info -> info.id().value()).orElse("-");
        return text(entry.name(), commit, kind, entry.latest());
    }

    private static String text(String name, String commit, String kind, boolean latest) {
        return name + " " + commit + " " + kind + (latest ? " latest" : "");
    }

    @Test
    void tellsEachChangeOfAKeyNewestFirst() {
        assumeTrue(has(Capability.KEEPS_HISTORY));
        BranchId branch = newBranch();
        place(branch, "a", "1");
        CommitInfo first = head(branch);
        place(branch, "b", "other");
        remove(branch, "a");
        CommitInfo second = head(branch);
        place(branch, "a", "333");
        CommitInfo third = head(branch);
        List<VersionEntry> entries = all(branch, "a", Optional.empty(), 10);
        assertThat(entries)
                .extracting(VersionEntry::commit)
                .containsExactly(Optional.of(third), Optional.of(second), Optional.of(first));
        assertThat(entries).extracting(VersionEntry::latest).containsExactly(true, false, false);
        assertThat(entries.get(0).file().orElseThrow().sizeBytes()).isEqualTo(3);
        assertThat(entries.get(1)).isEqualTo(VersionEntry.deletion("a", second, false));
        assertThat(entries.get(2).file().orElseThrow().commit()).isEqualTo(first.id());
    }

    @Test
    void showsAKeyThatIsDeletedNow() {
        assumeTrue(has(Capability.KEEPS_HISTORY));
        BranchId branch = newBranch();
        place(branch, "dir/a", "1");
        remove(branch, "dir/a");
        assertThat(all(branch, "", Optional.empty(), 10))
                .extracting(VersionEntry::latest)
                .containsExactly(true, false);
        assertThat(all(branch, "", Optional.of("/"), 10)).containsExactly(VersionEntry.commonPrefix("dir/"));
    }

    @Test
    void startsBehindAKeyWithAllItsVersions() {
        BranchId branch = newBranch();
        place(branch, "a", "1");
        place(branch, "a", "2");
        place(branch, "b", "1");
        VersionPage page = fileSystem()
                .history()
                .versions(new VersionQuery(branch, "", Optional.empty(), Optional.of("a"), Optional.empty(), 10));
        assertThat(page.entries()).extracting(VersionEntry::name).containsExactly("b");
    }

    @Test
    void startsBehindACommitThatDidNotChangeTheKey() {
        assumeTrue(has(Capability.KEEPS_HISTORY));
        BranchId branch = newBranch();
        place(branch, "a", "1");
        CommitInfo first = head(branch);
        place(branch, "b", "1");
        CommitId between = head(branch).id();
        place(branch, "a", "2");
        VersionPage page = fileSystem()
                .history()
                .versions(new VersionQuery(branch, "a", Optional.empty(), Optional.of("a"), Optional.of(between), 10));
        assertThat(page.entries()).extracting(VersionEntry::commit).containsExactly(Optional.of(first));
    }

    @Test
    void tellsTheNewestVersionsOfOneKeyAlone() {
        assumeTrue(has(Capability.KEEPS_HISTORY));
        BranchId branch = newBranch();
        for (String text : List.of("1", "2", "3")) {
            place(branch, "dir/a", text);
            place(branch, "dir/a-neighbour", text);
        }
        remove(branch, "dir/a");
        place(branch, "other", "1");
        List<VersionEntry> every = all(branch, "dir/a", Optional.empty(), 10).stream()
                .filter(entry -> entry.name().equals("dir/a"))
                .toList();
        assertThat(every).hasSize(4);
        for (int limit = 1; limit <= 5; limit++) {
            assertThat(fileSystem().history().newest(branch, new ObjectKey("dir/a"), limit))
                    .isEqualTo(every.subList(0, Math.min(limit, 4)));
        }
        assertThat(fileSystem().history().newest(branch, new ObjectKey("dir"), 2))
                .isEmpty();
    }

    @Test
    void refusesWhatIsNotThere() {
        BranchId branch = newBranch();
        BranchId missing = BranchId.of("master", uniqueName());
        CommitId unknown = new CommitId("0123456789ab4def8123456789abcdef");
        assertRefused(FailureKind.NO_SUCH_BUCKET, () -> all(missing, "", Optional.empty(), 1));
        assertRefused(FailureKind.NO_SUCH_BUCKET, () -> fileSystem().history().newest(missing, new ObjectKey("a"), 1));
        assertRefused(
                FailureKind.NO_SUCH_VERSION,
                () -> fileSystem()
                        .history()
                        .versions(new VersionQuery(
                                branch, "", Optional.empty(), Optional.of("a"), Optional.of(unknown), 1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void agreesWithThePlainModelInPagesOfAnySize(int limit) {
        RandomBranch model = new RandomBranch(this, new Random(100 + limit), STEPS);
        for (int i = 0; i < 12; i++) {
            String prefix = model.anyPrefix();
            Optional<String> delimiter = model.anyDelimiter();
            assertThat(all(model.branch(), prefix, delimiter, limit).stream().map(FileHistoryContract::text))
                    .as("prefix %s delimiter %s", prefix, delimiter)
                    .containsExactlyElementsOf(
                            expected(model, prefix, delimiter).toList());
        }
    }

    private static Stream<String> expected(RandomBranch model, String prefix, Optional<String> delimiter) {
        return model.changes().keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .sorted(ObjectKey::compareUtf8)
                .flatMap(key -> isRolledUp(key, prefix, delimiter)
                        ? Stream.of(text(ListingModel.rolledUp(key, prefix, delimiter), "-", "prefix", false))
                        : changesOf(model, key))
                .distinct();
    }

    private static boolean isRolledUp(String key, String prefix, Optional<String> delimiter) {
        return delimiter
                .filter(text -> key.substring(prefix.length()).contains(text))
                .isPresent();
    }

    private static Stream<String> changesOf(RandomBranch model, String key) {
        List<RandomBranch.Change> changes = model.changes().getOrDefault(key, List.of());
        return Stream.iterate(0, i -> i + 1)
                .limit(changes.size())
                .map(i -> text(
                        key, changes.get(i).commit().value(), changes.get(i).deleted() ? "deleted" : "file", i == 0));
    }
}
