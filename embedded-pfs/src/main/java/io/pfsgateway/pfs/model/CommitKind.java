package io.pfsgateway.pfs.model;

/** What made a commit. The numbers are on disk: they are never changed nor used again. */
public enum CommitKind {
    /** The empty first commit of a new branch. */
    ROOT(0),
    /** Files put, copied or deleted. */
    CHANGE(1),
    /** Staged parts put together to a file. */
    COMPOSE(2);

    private final int number;

    CommitKind(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public static CommitKind ofNumber(int number) {
        for (CommitKind kind : values()) {
            if (kind.number == number) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No kind of commit has the number " + number);
    }
}
