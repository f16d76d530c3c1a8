package io.pfsgateway.pfs;

import static io.pfsgateway.pfs.Engine.MASTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.pfs.branch.BranchInfo;
import io.pfsgateway.pfs.branch.Creation;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.read.OpenFile;
import io.pfsgateway.pfs.read.PathLookup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LookupTest {
    @TempDir
    Path folder;

    private Engine engine;

    @BeforeEach
    void open() {
        engine = Engine.withMaster(folder, Engine.settings());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private PathLookup look(BranchName branch, CommitRef ref) {
        return engine.pfs.reader().look(branch, ref, FilePath.of("a"));
    }

    private CommitId delete() {
        return engine.delete(MASTER, "a").commit().orElseThrow().id();
    }

    @Test
    void tellsWhichCommitDeletedAPathAsOfAnyCommitAndBranch() {
        CommitId written = engine.put("a", "1");
        CommitId deletion = delete();
        CommitId later = engine.put("b", "1");
        engine.fork("fork", CommitRef.HEAD);
        engine.put("a", "again");

        for (PathLookup lookup : List.of(
                look(MASTER, CommitRef.of(deletion)),
                look(MASTER, CommitRef.of(later)),
                look(Engine.branch("fork"), CommitRef.HEAD))) {
            assertThat(lookup)
                    .isInstanceOfSatisfying(
                            PathLookup.Deleted.class,
                            deleted -> assertThat(deleted.row().commit()).isEqualTo(deletion));
        }
        assertThat(look(MASTER, CommitRef.of(later)).commit().id()).isEqualTo(later);
        assertThat(look(MASTER, CommitRef.of(written))).isInstanceOfSatisfying(PathLookup.Found.class, found -> {
            try (OpenFile file = found.file()) {
                assertThat(file.size()).isEqualTo(1);
            }
        });
    }

    @Test
    void namesTheCommitInWhichNothingEverWas() {
        CommitId head = engine.put("b", "1");
        PathLookup lookup = look(MASTER, CommitRef.HEAD);
        assertThat(lookup).isInstanceOf(PathLookup.Absent.class);
        assertThat(lookup.commit().id()).isEqualTo(head);
    }

    @Test
    void listsBranchesByProjectRepositoryAndNameInPages() {
        engine.pfs.repos().createProject("a");
        List<BranchName> made = List.of(
                new BranchName("a", "z", "z"),
                new BranchName("default", "r", "a"),
                new BranchName("default", "r-1", "a"),
                new BranchName("default", "repo", "a"),
                MASTER,
                new BranchName("default", "s", "a"));
        made.forEach(engine.pfs.branches()::create);

        List<BranchName> listed = new ArrayList<>();
        List<BranchInfo> page = engine.pfs.branches().listAfter("", "", "", 2);
        while (!page.isEmpty()) {
            page.forEach(info -> listed.add(info.name()));
            BranchName last = listed.get(listed.size() - 1);
            page = engine.pfs.branches().listAfter(last.project(), last.repo(), last.branch(), 2);
        }
        assertThat(listed).containsExactlyElementsOf(made);
    }

    @Test
    void goesOnBehindNamesThatNoBranchCanHave() {
        String likeACommit = "0123456789ab4def8123456789abcdef";
        assertThat(engine.pfs.branches().listAfter("default", "repo", likeACommit, 9))
                .extracting(BranchInfo::name)
                .containsExactly(MASTER);
    }

    @Test
    void holdsNamesOf255Characters() {
        BranchName longest = new BranchName("default", "r".repeat(255), "b".repeat(255));
        assertThat(engine.pfs.branches().create(longest)).isEqualTo(Creation.CREATED);
        assertThat(engine.pfs.branches().find(longest)).isPresent();
    }
}
