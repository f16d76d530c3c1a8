package io.pfsgateway.adapter.out.pfs.grpc;

import java.util.regex.Pattern;

/**
 * What a server means by the text of a failure, where the status code alone does not say. Texts may be wrapped in others and
 * stand in several lines, the outermost first; the constants stand in the order in which they are to be looked for.
 */
enum PachdMessage {
    /** First, since a file's path is text of the caller's and could hold any of the others. */
    FILE_NOT_FOUND("\\A(?:[a-z ]+: )*file (?s:.*) not found in repo (?s:.*)"),
    INVALID_PATH("\\A(?:[a-z ]+: )*path \\((?s:.*)\\) invalid: (?s:.*)"),
    /** The last where nobody has been given anything on a repository, as on one that is not there. */
    NOT_AUTHORIZED("is not authorized to perform this operation|no authentication token|auth token is corrupted"
            + "|no role binding exists for"),
    PATH_COLLISION("file / directory path collision"),
    /** Before what is missing: it names the branches and repositories that it is about. */
    IN_USE("cannot be deleted because it(?:'s)? |cannot delete a repo associated with a pipeline"),
    ALREADY_THERE("(?:repo|branch) .*already exists"),
    PROJECT_NOT_FOUND("project .*not found|cannot find project"),
    REPO_NOT_FOUND("repo .*not found"),
    /** Before the commit: a missing branch is told as a missing commit too. */
    BRANCH_NOT_FOUND("branch .*not found"),
    COMMIT_NOT_FOUND("commit .*not found|commit .*was deleted"),
    /** More carets than there are ancestors. */
    NO_SUCH_ANCESTOR("invalid offset for ancestor"),
    OUTPUT_BRANCH("cannot start a commit on an output branch"),
    COMMIT_FINISHED("commit .*has already finished"),
    /** A pipeline is still at work on what the commit is based on. */
    BASE_UNFINISHED("base commit .*unfinished|commit .*not finished|parent commit .*has not been finished"),
    OTHER("");

    private final Pattern pattern;

    PachdMessage(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** What a text means. */
    static PachdMessage of(String text) {
        for (PachdMessage message : values()) {
            if (message.pattern.matcher(text).find()) {
                return message;
            }
        }
        return OTHER;
    }
}
