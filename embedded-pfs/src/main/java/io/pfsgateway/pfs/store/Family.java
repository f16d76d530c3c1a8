package io.pfsgateway.pfs.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The families of the store. Their names are on disk. */
public enum Family {
    /** project. */
    PROJECTS("projects"),
    /** project, repo. */
    REPOS("repos"),
    /** The canonical name of a branch. */
    BRANCHES("branches", Memory.OF_NEWEST_VALUES),
    /** project, repo, branch: the branches of one repository. */
    REPO_BRANCHES("repo-branches"),
    /** line. */
    LINES("lines", Memory.OF_NEWEST_VALUES),
    /** line, sequence. */
    COMMITS("commits"),
    /** commit id: where that commit is. */
    COMMIT_IDS("commit-ids"),
    /** line, sequence, path: what a commit changed. */
    COMMIT_PATHS("commit-paths"),
    /** line, token: the commit that carries it. */
    TOKENS("tokens"),
    /** line, path, descending sequence: each version of each file. */
    ROWS("rows", Memory.OF_GROUPS),
    /** line, epoch, path, descending sequence: what happened since a tree was built. */
    CHANGES("changes"),
    /** line, sequence: an epoch that ended there, and its tree once that is built. */
    SEALS("seals"),
    /** line, sequence: the seals whose trees are still to be built. */
    UNBUILT("unbuilt"),
    /** line, number: the nodes of the trees. */
    NODES("nodes"),
    /** content. */
    CONTENTS("contents", Memory.OF_VALUES),
    /** content: how many references it has beyond the first. */
    REFERENCES("references"),
    /** content: those held by a staged part. */
    STAGED("staged"),
    /** kind, number: what is dead, and goes in the background; what is left of it; and which commits were squashed. */
    RECLAIM("reclaim"),
    /** Numbers that the engine keeps. */
    META("meta");

    /** What is remembered of a family's newest state. */
    enum Memory {
        NOTHING,
        /** The values of keys, those that are written too: they will be asked for. */
        OF_NEWEST_VALUES,
        /** The values of keys that were asked for. */
        OF_VALUES,
        /** The first entry of each group, which is all keys that differ in their last eight bytes alone. */
        OF_GROUPS;

        private static final int LAST_BYTES = 8;

        boolean isOfKeys() {
            return this == OF_NEWEST_VALUES || this == OF_VALUES;
        }

        /** Under which bytes a key is remembered. */
        byte[] placeOf(byte[] key) {
            return this == OF_GROUPS ? Arrays.copyOf(key, key.length - LAST_BYTES) : key;
        }
    }

    private final String storedName;
    private final Memory memory;

    Family(String storedName) {
        this(storedName, Memory.NOTHING);
    }

    Family(String storedName, Memory memory) {
        this.storedName = storedName;
        this.memory = memory;
    }

    Memory memory() {
        return memory;
    }

    byte[] storedName() {
        return storedName.getBytes(StandardCharsets.US_ASCII);
    }
}
