package io.pfsgateway.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.application.port.out.BranchCatalog.Creation;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BranchInfo;
import io.pfsgateway.domain.bucket.BranchName;
import io.pfsgateway.domain.bucket.ProjectName;
import io.pfsgateway.domain.bucket.RepoName;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.FailureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link BranchCatalog} promises: branches come, go, come again empty, and are listed in their order. */
public abstract class BranchCatalogContract extends FileSystemContract {
    private BranchCatalog catalog() {
        return fileSystem().branches();
    }

    @Test
    void makesAnEmptyBranchWithAHead() {
        assumeTrue(has(Capability.TAKES_CHANGES));
        BranchId branch = BranchId.of("master", uniqueName());
        assertThat(catalog().find(branch)).isEmpty();
        assertThat(catalog().create(branch)).isEqualTo(Creation.CREATED);
        assertThat(catalog().find(branch).map(BranchInfo::id)).contains(branch);
        assertThat(keys(branch)).isEmpty();
        assertThat(head(branch).id().value()).hasSize(32);
    }

    @Test
    void findsWhatIsThereAndNothingElse() {
        BranchId branch = newBranch();
        assertThat(catalog().find(branch).map(BranchInfo::id)).contains(branch);
        for (String other : List.of("other", "Master", "maste")) {
            BranchId sibling = BranchId.of(other, branch.repo().value());
            assertThat(catalog().find(sibling)).as("%s", sibling).isEmpty();
        }
        assertThat(catalog().find(BranchId.of("master", uniqueName()))).isEmpty();
    }

    @Test
    void makingABranchAgainLeavesItAsItIs() {
        assumeTrue(has(Capability.TAKES_CHANGES));
        BranchId branch = newBranch();
        place(branch, "a", "kept");
        BranchInfo before = catalog().find(branch).orElseThrow();
        assertThat(catalog().create(branch)).isEqualTo(Creation.ALREADY_THERE);
        assertThat(catalog().find(branch)).contains(before);
        assertThat(text(branch, "a")).contains("kept");
    }

    @Test
    void branchesOfOneRepositoryHoldTheirOwnFiles() {
        assumeTrue(has(Capability.LETS_BRANCHES_SHARE_REPOSITORY));
        BranchId one = newBranch();
        BranchId other = BranchId.of("other", one.repo().value());
        preparation().makeBranch(other);
        place(one, "a", "one");
        assertThat(text(other, "a")).isEmpty();
    }

    @Test
    void refusesABranchOfAProjectThatIsNotThere() {
        assumeTrue(has(Capability.TAKES_CHANGES));
        BranchId branch = new BranchId(new ProjectName(uniqueName()), new RepoName("repo"), new BranchName("master"));
        assertRefused(FailureKind.NO_SUCH_BUCKET, () -> catalog().create(branch));
        assertThat(catalog().find(branch)).isEmpty();
    }

    @Test
    void holdsBranchesOfTheSameNameInTwoProjects() {
        assumeTrue(otherProject().isPresent());
        BranchId here = newBranch();
        BranchId there = new BranchId(otherProject().orElseThrow(), here.repo(), here.branch());
        preparation().makeBranch(there);
        place(here, "a", "here");
        assertThat(text(there, "a")).isEmpty();
    }

    @Test
    void deletesABranchWithAllThatItHolds() {
        assumeTrue(has(Capability.TAKES_CHANGES));
        BranchId branch = newBranch();
        place(branch, "a", "text");
        catalog().delete(branch);
        assertThat(catalog().find(branch)).isEmpty();
        assertRefused(FailureKind.NO_SUCH_BUCKET, () -> head(branch));
        assertRefused(FailureKind.NO_SUCH_BUCKET, () -> keys(branch));
        assertRefused(FailureKind.NO_SUCH_BUCKET, () -> catalog().delete(branch));
    }

    @Test
    void deletingABranchLeavesTheOthersOfItsRepository() {
        assumeTrue(has(Capability.TAKES_CHANGES) && has(Capability.LETS_BRANCHES_SHARE_REPOSITORY));
        BranchId one = newBranch();
        BranchId other = BranchId.of("other", one.repo().value());
        catalog().create(other);
        place(other, "a", "kept");
        catalog().delete(one);
        assertThat(text(other, "a")).contains("kept");
    }

    @Test
    void aBranchMadeAgainDoesNotSeeWhatTheOldOneHeld() {
        assumeTrue(has(Capability.TAKES_CHANGES));
        BranchId branch = newBranch();
        place(branch, "a", "old");
        CommitId old = head(branch).id();
        catalog().delete(branch);
        assertThat(catalog().create(branch)).isEqualTo(Creation.CREATED);
        assertThat(keys(branch)).isEmpty();
        assertRefused(FailureKind.NO_SUCH_VERSION, () -> open(branch, CommitRef.to(old), "a"));
        place(branch, "a", "new");
        assertThat(text(branch, "a")).contains("new");
    }

    @Test
    void listsBranchesInTheirOrderPageByPage() {
        String unique = uniqueName();
        List<String> names =
                has(Capability.LETS_BRANCHES_SHARE_REPOSITORY) ? List.of("master", "Zed", "x-1") : List.of("master");
        List<BranchId> made = new ArrayList<>();
        for (String repo : List.of("b", "a", "a-b", "C", "a_b")) {
            for (String branch : names) {
                made.add(BranchId.of(branch, unique + repo));
            }
        }
        made.forEach(preparation()::makeBranch);
        // Not there, and just before the first of ours.
        Optional<BranchId> after = Optional.of(BranchId.of("A", unique));
        List<BranchId> listed = new ArrayList<>();
        while (listed.size() < made.size()) {
            List<BranchInfo> page = catalog().list(after, 4);
            assertThat(page).isNotEmpty().hasSizeLessThanOrEqualTo(4);
            page.forEach(branch -> listed.add(branch.id()));
            after = Optional.of(listed.get(listed.size() - 1));
        }
        assertThat(listed.subList(0, made.size()))
                .containsExactlyElementsOf(made.stream().sorted().toList());
    }

    @Test
    void fewerThanTheLimitMeansThatThereAreNoMore() {
        BranchId branch = newBranch();
        List<BranchInfo> all = catalog().list(Optional.empty(), 100_000);
        assertThat(all).extracting(BranchInfo::id).contains(branch).isSorted();
        BranchId last = all.get(all.size() - 1).id();
        assertThat(catalog().list(Optional.of(last), 10)).isEmpty();
    }

    @Test
    void branchesAreThereAfterAReopen() {
        assumeTrue(reopens());
        BranchId kept = newBranch();
        BranchId gone = newBranch();
        preparation().removeBranch(gone);
        BranchInfo before = catalog().find(kept).orElseThrow();
        reopen();
        assertThat(catalog().find(kept)).contains(before);
        assertThat(catalog().find(gone)).isEmpty();
    }
}
