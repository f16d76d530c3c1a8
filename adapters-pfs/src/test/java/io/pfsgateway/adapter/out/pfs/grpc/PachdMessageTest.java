package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PachdMessageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FILE_NOT_FOUND|file /a not found in repo default/r at commit 11",
                "FILE_NOT_FOUND|get file: file /a not found in repo default/r at commit 11",
                "PROJECT_NOT_FOUND|cannot find project \"x\": project (id=0, name=x) not found",
                "PROJECT_NOT_FOUND|project \"x\" not found",
                "REPO_NOT_FOUND|repo default/r not found",
                "REPO_NOT_FOUND|ensure repo exists: repo (id=0, project=default, name=r, type=user) not found",
                "BRANCH_NOT_FOUND|branch \"b\" not found in repo default/r",
                "BRANCH_NOT_FOUND|branch (id=0, branch=default/r@b) not found",
                "COMMIT_NOT_FOUND|pick commit tx: commit default/r@11 not found",
                "COMMIT_NOT_FOUND|commit (int_id=0, commit_id=default/r@11) not found",
                "COMMIT_NOT_FOUND|commit default/r@11 was deleted",
                "NO_SUCH_ANCESTOR|picking commit: invalid offset for ancestor of commit: default/r@11, offset requested: 9",
                "OUTPUT_BRANCH|cannot start a commit on an output branch: default/out@master",
                "PATH_COLLISION|file / directory path collision (/a/b)",
                "INVALID_PATH|path (/a*) invalid: globbing character (*) not allowed in path",
                "BASE_UNFINISHED|base commit default/r@11 for commit default/r@12 unfinished",
                "BASE_UNFINISHED|commit default/r@11 not finished",
                "BASE_UNFINISHED|parent commit default/r@11 has not been finished",
                "COMMIT_FINISHED|commit default/r@11 has already finished",
                "ALREADY_THERE|repo default/r already exists",
                "NOT_AUTHORIZED|robot:x is not authorized to perform this operation - needs permissions [REPO_READ]",
                "NOT_AUTHORIZED|no authentication token (try logging in)",
                "NOT_AUTHORIZED|no role binding exists for REPO default/r",
                "IN_USE|branch \"default/in@master\" cannot be deleted because it's in the direct provenance of [out]",
                "IN_USE|branch \"default/in@master\" cannot be deleted because it is triggered by branches [x]",
                "IN_USE|branch \"default/in@master\" cannot be deleted because it triggers branches [x]",
                "IN_USE|cannot delete a repo associated with a pipeline - delete the pipeline instead",
                "OTHER|io exception"
            })
    void knowsEachText(PachdMessage meaning, String text) {
        assertThat(PachdMessage.of(text)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FILE_NOT_FOUND|file /branch b not found in repo x not found in repo default/r at commit 11",
                "FILE_NOT_FOUND|file /commit x not found not found in repo default/r at commit 11",
                "INVALID_PATH|path (/repo x not found*) invalid: globbing character (*) not allowed in path"
            })
    void aPathCannotPassForAnotherText(PachdMessage meaning, String text) {
        assertThat(PachdMessage.of(text)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"pick commit tx: commit default/r@ not found|branch \"b\" not found in repo default/r"})
    void aMissingBranchIsNoMissingCommit(String first, String second) {
        assertThat(PachdMessage.of(first + "\n" + second)).isEqualTo(PachdMessage.BRANCH_NOT_FOUND);
    }
}
