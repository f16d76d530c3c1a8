package io.pfsgateway.pfs.server.words;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.pfsgateway.pfs.model.RepoName;

/** Why a call is refused, in pachd's words: clients tell refusals apart by them. */
public final class Refusals {
    private Refusals() {}

    public static StatusRuntimeException projectNotFound(String project) {
        return notFound("project \"" + project + "\" not found");
    }

    public static StatusRuntimeException repoNotFound(RepoName repo) {
        return notFound("repo " + text(repo) + " not found");
    }

    public static StatusRuntimeException repoNotFound(String project, String repo) {
        return notFound("repo " + project + "/" + repo + " not found");
    }

    public static StatusRuntimeException branchNotFound(RepoName repo, String branch) {
        return notFound("branch \"" + branch + "\" not found in repo " + text(repo));
    }

    public static StatusRuntimeException commitNotFound(RepoName repo, String commit) {
        return notFound("commit " + text(repo) + "@" + commit + " not found");
    }

    /** A commit that can be changed no more. */
    public static StatusRuntimeException commitFinished(RepoName repo, String commit) {
        return unknown("commit " + text(repo) + "@" + commit + " has already finished");
    }

    /** A commit that has to be finished before another begins. */
    public static StatusRuntimeException unfinished(RepoName repo, String parent) {
        return unknown("parent commit " + text(repo) + "@" + parent + " has not been finished");
    }

    /** For what pachd has a text and no code. */
    private static StatusRuntimeException unknown(String why) {
        return Status.UNKNOWN.withDescription(why).asRuntimeException();
    }

    public static StatusRuntimeException fileNotFound(String path, RepoName repo, String commit) {
        return notFound("file " + path + " not found in repo " + text(repo) + " at commit " + commit);
    }

    public static StatusRuntimeException alreadyExists(String what) {
        return Status.ALREADY_EXISTS.withDescription(what + " already exists").asRuntimeException();
    }

    /** What the caller asked for makes no sense, or breaks a rule. */
    public static StatusRuntimeException invalid(String why) {
        return Status.INVALID_ARGUMENT.withDescription(why).asRuntimeException();
    }

    public static StatusRuntimeException unimplemented(String what) {
        return Status.UNIMPLEMENTED
                .withDescription("the embedded file system has no " + what)
                .asRuntimeException();
    }

    /** A repository as texts name it. */
    public static String text(RepoName repo) {
        return repo.project() + "/" + repo.repo();
    }

    private static StatusRuntimeException notFound(String what) {
        return Status.NOT_FOUND.withDescription(what).asRuntimeException();
    }
}
