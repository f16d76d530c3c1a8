package io.pfsgateway.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.out.Announcement;
import io.pfsgateway.application.port.out.AnnouncementId;
import io.pfsgateway.application.port.out.FileAttributeLookup;
import io.pfsgateway.application.port.out.FileAttributeRemoval;
import io.pfsgateway.application.port.out.FileDescription;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BranchName;
import io.pfsgateway.domain.bucket.ProjectName;
import io.pfsgateway.domain.bucket.RepoName;
import io.pfsgateway.domain.file.FilePart;
import io.pfsgateway.domain.file.ObjectAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link FileAttributeRemoval} promises, beside what {@link FileAttributeContract} has of the store. */
public abstract class FileAttributeRemovalContract extends FileAttributeContract {
    /** The time that the store takes for now; it may stand still. */
    protected abstract Instant now();

    private FileAttributeRemoval removal() {
        return bookkeeping().removal();
    }

    private void writtenAndAnnounced(BranchId to) {
        written(file(to, KEY, typed("a/a")), commits.get(1));
        announced(file(to, KEY, typed("a/a")));
    }

    private void assertGone(BranchId from) {
        assertThat(store().find(from, at(commits.get(2)))).isEqualTo(FileAttributeLookup.NOTHING);
    }

    private void assertThere(BranchId on) {
        FileAttributeLookup found = store().find(on, at(commits.get(2)));
        assertThat(described(found)).contains(typed("a/a"));
        assertThat(found.announced()).hasSize(1);
    }

    @Test
    void ofABranchTakesAllOfItAndOfNoOther() {
        BranchId repoAlike =
                new BranchId(branch.project(), new RepoName(branch.repo().value() + "x"), branch.branch());
        BranchId projectAlike = new BranchId(new ProjectName("other"), branch.repo(), branch.branch());
        List.of(branch, repoAlike, projectAlike).forEach(this::writtenAndAnnounced);
        removal().removeBranch(branch);
        removal().removeBranch(branch);

        assertGone(branch);
        assertThere(repoAlike);
        assertThere(projectAlike);
    }

    @Test
    void ofABranchLeavesTheOthersOfItsRepositoryTheirOwn() {
        BranchId sister = new BranchId(branch.project(), branch.repo(), new BranchName("Master"));
        List.of(branch, sister).forEach(this::writtenAndAnnounced);
        removal().removeBranch(branch);

        assertThere(sister);
    }

    @Test
    void ofARepositoryTakesAllOfItsBranchesAndOfNoOther() {
        BranchId sister = new BranchId(branch.project(), branch.repo(), new BranchName("Master"));
        BranchId alike =
                new BranchId(branch.project(), new RepoName(branch.repo().value() + "x"), branch.branch());
        List.of(branch, sister, alike).forEach(this::writtenAndAnnounced);
        removal().removeRepo(branch.project(), branch.repo());

        assertGone(branch);
        assertGone(sister);
        assertThere(alike);
    }

    @Test
    void ofAManyTimesWrittenBranchLeavesNothing() {
        for (int i = 0; i < 1500; i++) {
            written(file(branch, KEY, typed("a/a")), commits.get(1));
        }
        removal().removeBranch(branch);

        assertGone(branch);
    }

    /** Those of this test's branch, by pages of two. */
    private List<Announcement> unsettled(Instant announcedBefore) {
        List<Announcement> found = new ArrayList<>();
        Optional<Announcement> after = Optional.empty();
        while (true) {
            List<Announcement> page = removal().unsettled(announcedBefore, after, 2);
            page.stream().filter(each -> each.file().branch().equals(branch)).forEach(found::add);
            if (page.size() < 2) {
                return found;
            }
            after = Optional.of(page.get(1));
        }
    }

    @Test
    void tellsOfOldAnnouncementsAndOfNothingThatIsConfirmed() {
        written(file(branch, KEY, typed("a/a")), commits.get(1));
        FilePart part = new FilePart(SIZE, Optional.empty());
        List<AnnouncementId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(announced(
                    file(branch, KEY, FileDescription.assembled(ObjectAttributes.NONE, List.of(part, part)))));
        }
        assertThat(unsettled(now().minusSeconds(3600))).isEmpty();

        List<Announcement> found = unsettled(now().plusSeconds(3600));
        assertThat(found).extracting(Announcement::id).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(found).isSortedAccordingTo(Comparator.comparing(Announcement::announcedAt));
        assertThat(found).allSatisfy(each -> {
            assertThat(each.behind()).contains(commits.get(0).id());
            assertThat(each.file().description().parts()).isEmpty();
        });
    }

    @Test
    void goesOnBehindAnAnnouncementThatIsNotThereAnyMore() {
        for (int i = 0; i < 4; i++) {
            announced(file(branch, KEY, typed("a/" + i)));
        }
        List<Announcement> all = unsettled(now().plusSeconds(3600));
        store().withdraw(all.get(1).id());
        List<Announcement> rest =
                removal().unsettled(now().plusSeconds(3600), Optional.of(all.get(1)), 100_000).stream()
                        .filter(each -> each.file().branch().equals(branch))
                        .toList();

        assertThat(rest).isEqualTo(all.subList(2, 4));
    }
}
