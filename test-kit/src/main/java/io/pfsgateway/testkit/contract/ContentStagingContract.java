package io.pfsgateway.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pfsgateway.application.port.out.ContentStaging;
import io.pfsgateway.application.port.out.PendingStagedContent;
import io.pfsgateway.application.port.out.StagedContent;
import io.pfsgateway.application.port.out.StagedContentId;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.FileLocation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link ContentStaging} promises: staged contents are there until they are released, and branches show none of them. */
public abstract class ContentStagingContract extends FileSystemContract {
    /** The SHA-256 of {@code hello}. */
    private static final ContentHash SHA256_OF_HELLO =
            new ContentHash("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");

    private ContentStaging staging() {
        return fileSystem().staging();
    }

    @Test
    void keepsWhatIsKnownOfAContent() {
        String owner = uniqueName();
        StagedContent staged = stage(owner, "hello");
        assertThat(staged.owner()).isEqualTo(owner);
        assertThat(staged.sizeBytes()).isEqualTo(5);
        assertThat(staging().find(staged.id())).contains(staged);
    }

    @Test
    void equalBytesAreStagedUnderIdsOfTheirOwn() {
        String owner = uniqueName();
        StagedContent one = stage(owner, "hello");
        StagedContent two = stage(owner, "hello");
        assertThat(one.id()).isNotEqualTo(two.id());
        staging().release(List.of(one.id()));
        assertThat(staging().find(two.id())).contains(two);
    }

    @Test
    void holdsAnEmptyContent() {
        StagedContent staged = stage(uniqueName(), "");
        assertThat(staging().find(staged.id()).map(StagedContent::sizeBytes)).contains(0L);
    }

    @Test
    void checksTheHashThatWasAnnounced() {
        String owner = uniqueName();
        try (PendingStagedContent right = staging().begin(owner, OptionalLong.empty())) {
            right.write(utf8("xhellox"), 1, 5);
            assertThat(right.stage(Optional.of(SHA256_OF_HELLO)).sizeBytes()).isEqualTo(5);
        }
        try (PendingStagedContent wrong = staging().begin(owner, OptionalLong.empty())) {
            wrong.write(utf8("hullo"), 0, 5);
            assertRefused(FailureKind.CONTENT_HASH_MISMATCH, () -> wrong.stage(Optional.of(SHA256_OF_HELLO)));
        }
        assertThat(idsOf(owner)).hasSize(1);
    }

    @Test
    void whatIsClosedUnfinishedLeavesNothing() {
        String owner = uniqueName();
        PendingStagedContent pending = staging().begin(owner, OptionalLong.of(100));
        pending.write(utf8("hello"), 0, 5);
        pending.close();
        pending.close();
        assertThat(idsOf(owner)).isEmpty();
    }

    @Test
    void releasesWhatIsNamedAndPassesOverTheRest() {
        String owner = uniqueName();
        StagedContent kept = stage(owner, "kept");
        StagedContent gone = stage(owner, "gone");
        staging().release(List.of(gone.id(), new StagedContentId("never-was-there")));
        staging().release(List.of(gone.id()));
        staging().release(List.of());
        assertThat(staging().find(gone.id())).isEmpty();
        assertThat(idsOf(owner)).containsExactly(kept.id());
    }

    @Test
    void listsEveryContentOnceHoweverSmallThePages() {
        String owner = uniqueName();
        Set<StagedContentId> made = new HashSet<>();
        for (int i = 0; i < 7; i++) {
            made.add(stage(owner, "text " + i).id());
        }
        assertThat(idsOf(owner)).containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void goesOnBehindAnIdThatIsNotThereAnyMore() {
        String owner = uniqueName();
        for (int i = 0; i < 5; i++) {
            stage(owner, "text " + i);
        }
        List<StagedContentId> before = idsOf(owner);
        staging().release(List.of(before.get(1)));
        List<StagedContentId> rest = staging().list(Optional.of(before.get(1)), 100_000).stream()
                .filter(staged -> staged.owner().equals(owner))
                .map(StagedContent::id)
                .toList();
        assertThat(rest).containsExactlyElementsOf(before.subList(2, 5));
    }

    @Test
    void stagesAStretchOfAFile() {
        BranchId branch = newBranch();
        put(branch, "a", "0123456789");
        CommitId commit = head(branch).id();
        put(branch, "a", "overwritten");
        FileLocation source = new FileLocation(branch, commit, key("a"));
        StagedContent stretch = staging().stageRange(uniqueName(), source, new ByteRange(2, 3));
        StagedContent same = stage(uniqueName(), "234");
        assertThat(stretch.sizeBytes()).isEqualTo(3);
        assertThat(stretch.hash()).isEqualTo(same.hash());
        assertThat(staging().find(stretch.id())).contains(stretch);
    }

    @Test
    void refusesAStretchOfWhatIsNotThere() {
        BranchId branch = newBranch();
        CommitId before = head(branch).id();
        put(branch, "a", "0123456789");
        String owner = uniqueName();
        assertRefused(
                FailureKind.NO_SUCH_VERSION,
                () -> staging().stageRange(owner, new FileLocation(branch, before, key("a")), new ByteRange(0, 1)));
        assertThat(idsOf(owner)).isEmpty();
    }

    @Test
    void refusesAStretchOfAFileWhoseBranchHasGone() {
        BranchId branch = newBranch();
        put(branch, "a", "0123456789");
        FileLocation source = new FileLocation(branch, head(branch).id(), key("a"));
        preparation().removeBranch(branch);
        assertRefused(
                FailureKind.NO_SUCH_VERSION, () -> staging().stageRange(uniqueName(), source, new ByteRange(0, 1)));
    }

    @Test
    void noBranchShowsAStagedContent() {
        BranchId branch = newBranch();
        CommitId before = head(branch).id();
        stage(uniqueName(), "hello");
        assertThat(head(branch).id()).isEqualTo(before);
        assertThat(keys(branch)).isEmpty();
    }

    @Test
    void keepsWhatIsStagedWhenEmptyPlacesGo() {
        String owner = uniqueName();
        PendingStagedContent pending = staging().begin(uniqueName(), OptionalLong.empty());
        pending.close();
        StagedContent staged = stage(owner, "hello");
        staging().removeEmptyPlaces(Instant.now().plusSeconds(3600));
        assertThat(staging().find(staged.id())).contains(staged);
        assertThat(idsOf(owner)).containsExactly(staged.id());
    }

    @Test
    void stagedContentsAreThereAfterAReopen() {
        assumeTrue(reopens());
        String owner = uniqueName();
        StagedContent staged = stage(owner, "hello");
        StagedContent released = stage(owner, "hello");
        staging().release(List.of(released.id()));
        reopen();
        assertThat(staging().find(staged.id())).contains(staged);
        assertThat(staging().find(released.id())).isEmpty();
    }

    private List<StagedContentId> idsOf(String owner) {
        List<StagedContentId> ids = new ArrayList<>();
        Optional<StagedContentId> after = Optional.empty();
        while (true) {
            List<StagedContent> page = staging().list(after, 2);
            page.stream().filter(staged -> staged.owner().equals(owner)).forEach(staged -> ids.add(staged.id()));
            if (page.size() < 2) {
                return ids;
            }
            after = Optional.of(page.get(1).id());
        }
    }
}
