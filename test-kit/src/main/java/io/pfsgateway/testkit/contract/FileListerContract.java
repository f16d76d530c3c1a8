package io.pfsgateway.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pfsgateway.application.port.out.FileLister;
import io.pfsgateway.application.port.out.PinnedFile;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.listing.ListingEntry;
import io.pfsgateway.domain.listing.ListingPage;
import io.pfsgateway.domain.listing.ListingQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link FileLister} promises, on cases to be read and on histories drawn from a seed. */
public abstract class FileListerContract extends FileSystemContract {
    private static final int STEPS = 60;
    private static final int QUERIES = 400;

    private ListingPage list(BranchId branch, String prefix, Optional<String> delimiter, int limit) {
        return fileSystem()
                .lister()
                .list(new ListingQuery(branch, CommitRef.HEAD, prefix, delimiter, Optional.empty(), limit));
    }

    private static List<String> names(ListingPage page) {
        return page.entries().stream().map(ListingEntry::name).toList();
    }

    @Test
    void anEmptyBranchListsNothingAtItsHead() {
        BranchId branch = newBranch();
        ListingPage page = list(branch, "", Optional.empty(), 10);
        assertThat(page).isEqualTo(new ListingPage(head(branch), List.of(), false));
    }

    @Test
    void ordersKeysByTheBytesOfTheirUtf8() {
        assumeTrue(has(Capability.HOLDS_EVERY_KEY));
        BranchId branch = newBranch();
        List<String> ordered = List.of(
                "\u0001", " ", "A", "a!", "a-b", "a/", "a/b", "a0", "b", "~", "é", "日", "\uff5e", "\ud83d\ude00");
        List<String> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(5));
        shuffled.forEach(key -> place(branch, key, "text"));
        assertThat(keys(branch)).containsExactlyElementsOf(ordered);
    }

    @Test
    void rollsUpEverythingBelowADelimiter() {
        BranchId branch = newBranch();
        for (String key : List.of("a1", "dir/a", "dir/b", "dir/sub/c", "dir2/d", "z")) {
            place(branch, key, "text");
        }
        ListingPage top = list(branch, "", Optional.of("/"), 10);
        assertThat(names(top)).containsExactly("a1", "dir/", "dir2/", "z");
        assertThat(top.entries().get(1)).isEqualTo(ListingEntry.commonPrefix("dir/"));
        assertThat(names(list(branch, "dir/", Optional.of("/"), 10))).containsExactly("dir/a", "dir/b", "dir/sub/");
        assertThat(names(list(branch, "dir", Optional.of("/"), 10))).containsExactly("dir/", "dir2/");
    }

    @Test
    void leavesNoDirectoryBehindItsLastFile() {
        BranchId branch = newBranch();
        place(branch, "dir/a", "text");
        place(branch, "z", "text");
        remove(branch, "dir/a");
        assertThat(names(list(branch, "", Optional.of("/"), 10))).containsExactly("z");
    }

    @Test
    void tellsWhetherEntriesFollowThePage() {
        BranchId branch = newBranch();
        for (String key : List.of("a", "b", "dir/a", "dir/b")) {
            place(branch, key, "text");
        }
        assertThat(list(branch, "", Optional.empty(), 3).more()).isTrue();
        assertThat(list(branch, "", Optional.empty(), 4).more()).isFalse();
        assertThat(list(branch, "", Optional.of("/"), 2).more()).isTrue();
        // What follows is all below the last entry.
        assertThat(list(branch, "", Optional.of("/"), 3).more()).isFalse();
    }

    @Test
    void showsFilesAsAReaderFindsThem() {
        BranchId branch = newBranch();
        place(branch, "a", "some text");
        place(branch, "b", "other");
        FileVersion listed =
                list(branch, "a", Optional.empty(), 1).entries().get(0).file().orElseThrow();
        try (PinnedFile read = pinned(branch, CommitRef.HEAD, "a")) {
            FileVersion found = read.version();
            assertThat(listed.key()).isEqualTo(found.key());
            assertThat(listed.sizeBytes()).isEqualTo(found.sizeBytes());
            assertThat(listed.etag()).isEqualTo(found.etag());
            assertThat(listed.lastModified()).isEqualTo(found.lastModified());
            assertThat(listed.commit()).isEqualTo(found.commit());
        }
    }

    @Test
    void refusesWhatIsNotThere() {
        BranchId branch = newBranch();
        BranchId missing = BranchId.of("master", uniqueName());
        CommitRef unknown = CommitRef.to(new CommitId("0123456789ab4def8123456789abcdef"));
        assertRefused(FailureKind.NO_SUCH_BUCKET, () -> list(missing, "", Optional.empty(), 1));
        assertRefused(
                FailureKind.NO_SUCH_VERSION,
                () -> fileSystem()
                        .lister()
                        .list(new ListingQuery(branch, unknown, "", Optional.empty(), Optional.empty(), 1)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithThePlainModelOnAnyQuery(long seed) {
        Random random = new Random(seed);
        RandomBranch model = new RandomBranch(this, random, STEPS);
        for (int i = 0; i < QUERIES; i++) {
            CommitId commit = model.anyCommit();
            String prefix = model.anyPrefix();
            Optional<String> delimiter = model.anyDelimiter();
            Optional<String> after = model.anyAfter(prefix, delimiter);
            int limit = 1 + random.nextInt(random.nextBoolean() ? 4 : 1000);
            ListingQuery query =
                    new ListingQuery(model.branch(), CommitRef.to(commit), prefix, delimiter, after, limit);
            assertAgrees(query, model, commit);
        }
    }

    private void assertAgrees(ListingQuery query, RandomBranch model, CommitId commit) {
        List<String> expected =
                ListingModel.names(model.keysAt(commit).stream(), query.prefix(), query.delimiter(), query.after());
        ListingPage page = fileSystem().lister().list(query);
        int shown = Math.min(query.limit(), expected.size());
        assertThat(names(page)).as("%s", query).isEqualTo(expected.subList(0, shown));
        assertThat(page.more()).as("%s", query).isEqualTo(shown < expected.size());
        assertThat(page.commit().id()).isEqualTo(commit);
        page.entries()
                .forEach(entry -> assertThat(entry.file().map(file -> file.key().value()))
                        .as("%s in %s", entry.name(), query)
                        .isEqualTo(isKey(entry.name(), query) ? Optional.of(entry.name()) : Optional.empty()));
    }

    /** A common prefix ends in the first delimiter behind the prefix, and a key that does is rolled up into it. */
    private static boolean isKey(String name, ListingQuery query) {
        return query.delimiter()
                .filter(text -> name.indexOf(text, query.prefix().length()) >= 0)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void pagesOfOneCommitMeetWithoutGapsOrRepeats(int limit) {
        RandomBranch model = new RandomBranch(this, new Random(limit), STEPS);
        CommitId commit = model.anyCommit();
        for (Optional<String> delimiter : List.of(Optional.<String>empty(), Optional.of("/"))) {
            List<String> listed = new ArrayList<>();
            Optional<String> after = Optional.empty();
            ListingPage page;
            do {
                page = fileSystem()
                        .lister()
                        .list(new ListingQuery(model.branch(), CommitRef.to(commit), "", delimiter, after, limit));
                listed.addAll(names(page));
                // Else a page that does not advance would never come to an end.
                assertThat(listed).doesNotHaveDuplicates();
                assertThat(page.more()).isIn(false, !names(page).isEmpty());
                after = listed.isEmpty() ? Optional.empty() : Optional.of(listed.get(listed.size() - 1));
            } while (page.more());
            assertThat(listed)
                    .isEqualTo(ListingModel.names(model.keysAt(commit).stream(), "", delimiter, Optional.empty()));
        }
    }
}
