package io.pfsgateway.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.out.AnnouncementId;
import io.pfsgateway.application.port.out.FileAttributeLookup;
import io.pfsgateway.application.port.out.FileAttributeRemoval;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BranchName;
import io.pfsgateway.domain.bucket.ProjectName;
import io.pfsgateway.domain.bucket.RepoName;
import java.time.Instant;
import java.util.List;
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

    @Test
    void ofAnnouncementsTakesTheOldAndNothingThatIsConfirmed() {
        written(file(branch, KEY, typed("a/a")), commits.get(1));
        AnnouncementId id = announced(file(branch, KEY, typed("a/b")));
        removal().removeAnnounced(now().minusSeconds(3600));
        assertThat(store().find(branch, at(commits.get(2))).announced()).hasSize(1);

        removal().removeAnnounced(now().plusSeconds(3600));
        assertThat(store().find(branch, at(commits.get(2))).announced()).isEmpty();
        assertThat(store().confirm(id, HASH, commits.get(2))).isFalse();
        assertThat(describedAt(2)).contains(typed("a/a"));
    }
}
