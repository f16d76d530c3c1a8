package io.pfsgateway.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pfsgateway.application.port.out.FileTarget;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.file.FileLocation;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.listing.ListingEntry;
import io.pfsgateway.domain.listing.ListingPage;
import io.pfsgateway.domain.listing.ListingQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key that ends in a slash is an object like any other, which every file system has to hold behind a name that it can be. */
public abstract class DirectoryMarkerContract extends FileSystemContract {
    /** In the order of their bytes. */
    private static final List<String> AROUND = List.of(
            "dir ", "dir-x", "dir.x", "dir/", "dir/  x", "dir/#", "dir/a", "dir/sub/", "dir/sub/x", "dir/z", "dir0");

    private ListingPage list(
            BranchId branch, String prefix, Optional<String> delimiter, Optional<String> after, int limit) {
        return fileSystem().lister().list(new ListingQuery(branch, CommitRef.HEAD, prefix, delimiter, after, limit));
    }

    private List<String> names(BranchId branch, String prefix) {
        return list(branch, prefix, Optional.of("/"), Optional.empty(), 1000).entries().stream()
                .map(ListingEntry::name)
                .toList();
    }

    private BranchId branchOf(List<String> keys) {
        BranchId branch = newBranch();
        keys.forEach(key -> put(branch, key, ""));
        return branch;
    }

    @Test
    void isPutGotListedAndDeleted() {
        BranchId branch = newBranch();
        put(branch, "dir/sub/", "");
        assertThat(text(branch, "dir/sub/")).contains("");
        FileVersion listed = list(branch, "", Optional.empty(), Optional.empty(), 10)
                .entries()
                .get(0)
                .file()
                .orElseThrow();
        assertThat(listed.key()).isEqualTo(key("dir/sub/"));
        assertThat(listed.sizeBytes()).isZero();
        delete(branch, "dir/sub/");
        assertThat(keys(branch)).isEmpty();
        assertThat(names(branch, "")).isEmpty();
        assertThat(text(branch, "dir/sub/")).isEmpty();
    }

    @Test
    void isNeitherItsDirectoryNorWhatIsBelow() {
        BranchId branch = newBranch();
        put(branch, "dir/a", "below");
        assertThat(text(branch, "dir/")).isEmpty();
        put(branch, "dir/", "");
        delete(branch, "dir/");
        assertThat(keys(branch)).containsExactly("dir/a");
        put(branch, "dir/", "");
        delete(branch, "dir/a");
        assertThat(keys(branch)).containsExactly("dir/");
        assertThat(names(branch, "")).containsExactly("dir/");
    }

    @Test
    void isAnEntryOfItsOwnDirectoryAndAPrefixAboveIt() {
        BranchId branch = branchOf(AROUND);
        assertThat(names(branch, "")).containsExactly("dir ", "dir-x", "dir.x", "dir/", "dir0");
        assertThat(names(branch, "dir/")).containsExactly("dir/", "dir/  x", "dir/#", "dir/a", "dir/sub/", "dir/z");
        assertThat(names(branch, "dir/sub/")).containsExactly("dir/sub/", "dir/sub/x");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void standsWhereItsBytesSayOnEveryPage(int limit) {
        BranchId branch = branchOf(AROUND);
        for (String prefix : List.of("", "dir", "dir/", "dir/sub/")) {
            List<String> listed = new ArrayList<>();
            Optional<String> after = Optional.empty();
            ListingPage page;
            do {
                page = list(branch, prefix, Optional.empty(), after, limit);
                page.entries().forEach(entry -> listed.add(entry.name()));
                after = Optional.of(listed.get(listed.size() - 1));
            } while (page.more());
            assertThat(listed)
                    .isEqualTo(AROUND.stream()
                            .filter(key -> key.startsWith(prefix))
                            .toList());
        }
    }

    @Test
    void holdsBytesAndAttributesToo() {
        assumeTrue(has(Capability.KEEPS_ATTRIBUTES));
        BranchId branch = newBranch();
        ObjectAttributes attributes = ObjectAttributes.NONE.withTags(new TreeMap<>(Map.of("kind", "directory")));
        put(branch, "dir/", utf8("text"), attributes, WriteCondition.NONE);
        assertThat(text(branch, "dir/")).contains("text");
        try (var file = pinned(branch, CommitRef.HEAD, "dir/")) {
            assertThat(file.version().attributes()).isEqualTo(attributes);
        }
    }

    @Test
    void isCopiedFromAndTo() {
        BranchId branch = branchOf(List.of("dir/"));
        CommitId commit = head(branch).id();
        fileSystem()
                .committer()
                .copy(
                        new FileLocation(branch, commit, key("dir/")),
                        new FileTarget(branch, key("copy/"), ObjectAttributes.NONE, WriteCondition.NONE));
        assertThat(keys(branch)).containsExactly("copy/", "dir/");
    }

    @Test
    void isReadAsOfAnOldCommit() {
        assumeTrue(has(Capability.KEEPS_HISTORY));
        BranchId branch = branchOf(List.of("dir/"));
        CommitId made = head(branch).id();
        delete(branch, "dir/");
        assertThat(text(branch, made, "dir/")).contains("");
        assertThat(text(branch, "dir/")).isEmpty();
    }

    @Test
    void goesWithItsBranch() {
        BranchId branch = branchOf(List.of("dir/"));
        preparation().removeBranch(branch);
        preparation().makeBranch(branch);
        assertThat(keys(branch)).isEmpty();
    }

    @Test
    void isRefusedWhereAFileHasTheNameOfItsDirectory() {
        assumeFalse(has(Capability.LETS_FILE_BESIDE_DIRECTORY));
        BranchId branch = branchOf(List.of("a", "b/"));
        assertRefused(FailureKind.PATH_COLLISION, () -> put(branch, "a/", ""));
        assertRefused(FailureKind.PATH_COLLISION, () -> put(branch, "b", ""));
        assertThat(keys(branch)).containsExactly("a", "b/");
    }
}
