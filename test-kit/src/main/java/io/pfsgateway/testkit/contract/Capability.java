package io.pfsgateway.testkit.contract;

/** What a file system under test can do beyond the least that the ports ask for. */
public enum Capability {
    /** Every key can be a file's; if not, letters, digits and single slashes between them. */
    HOLDS_EVERY_KEY,
    /** A key of any characters may be as long as any; if not, one of letters and digits. */
    KEEPS_LENGTH_OF_KEYS,
    /** A file may stand beside a directory of its name. */
    LETS_FILE_BESIDE_DIRECTORY,
    /** A reader is told which commit deleted a file. */
    KNOWS_DELETIONS,
    /** A file carries the commit that wrote it, and writers are told of their commits. */
    KNOWS_WRITERS,
    /** Attributes are kept with a file. */
    KEEPS_ATTRIBUTES,
    /** A file that is pinned stays readable when its branch is deleted; if not, as long as its branch is there. */
    LETS_PINS_OUTLIVE_BRANCHES,
    /** The ports take changes. If not, {@link FileSystemContract#preparation} has to be its own. */
    TAKES_CHANGES,
    /** Commits before the head can be read; if not, a branch has no commit but its head. */
    KEEPS_HISTORY,
    /** A repository may have other branches than {@code master}. */
    LETS_BRANCHES_SHARE_REPOSITORY
}
