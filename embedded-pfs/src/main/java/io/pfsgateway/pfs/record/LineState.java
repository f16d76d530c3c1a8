package io.pfsgateway.pfs.record;

/** Whether a line is still of use. The numbers are on disk: they are never changed nor used again. */
public enum LineState {
    /** It serves a branch. */
    LIVE(0),
    /** Its branch is gone, but other lines left from it. */
    UNLISTED(1),
    /** Nothing needs it any more; it goes in the background. */
    DYING(2);

    private final int number;

    LineState(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static LineState ofNumber(int number) {
        for (LineState state : values()) {
            if (state.number == number) {
                return state;
            }
        }
        throw new IllegalArgumentException("No state of a line has the number " + number);
    }
}
