package io.pfsgateway.pfs.store;

import java.nio.charset.StandardCharsets;

/** The families of the store. Their names are on disk. */
public enum Family {
    /** project. */
    PROJECTS("projects"),
    /** project, repo. */
    REPOS("repos"),
    /** The canonical name of a branch. */
    BRANCHES("branches"),
    /** project, repo, branch: the branches of one repository. */
    REPO_BRANCHES("repo-branches"),
    /** line. */
    LINES("lines"),
    /** line, sequence. */
    COMMITS("commits"),
    /** commit id: where that commit is. */
    COMMIT_IDS("commit-ids"),
    /** line, sequence, path: what a commit changed. */
    COMMIT_PATHS("commit-paths"),
    /** line, token: the commit that carries it. */
    TOKENS("tokens"),
    /** line, path, descending sequence: each version of each file. */
    ROWS("rows"),
    /** line, epoch, path, descending sequence: what happened since a tree was built. */
    CHANGES("changes"),
    /** line, sequence: an epoch that ended there, and its tree once that is built. */
    SEALS("seals"),
    /** line, sequence: the seals whose trees are still to be built. */
    UNBUILT("unbuilt"),
    /** line, number: the nodes of the trees. */
    NODES("nodes"),
    /** content. */
    CONTENTS("contents"),
    /** content: how many references it has beyond the first. */
    REFERENCES("references"),
    /** content: those held by a staged part. */
    STAGED("staged"),
    /** kind, number: what is dead, and goes in the background; and what is left of it. */
    RECLAIM("reclaim"),
    /** Numbers that the engine keeps. */
    META("meta");

    private final String storedName;

    Family(String storedName) {
        this.storedName = storedName;
    }

    byte[] storedName() {
        return storedName.getBytes(StandardCharsets.US_ASCII);
    }
}
