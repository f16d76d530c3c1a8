package io.pfsgateway.pfs.record;

/**
 * A run of sequences of a line whose commits are gone: from {@code first} up to the one before {@code into}, the commit that they
 * were squashed into and that stands for them.
 */
public record SquashedRun(long first, long into) {
    public SquashedRun {
        if (first < 1 || into <= first) {
            throw new IllegalArgumentException("No run of commits: " + first + " into " + into);
        }
    }

    /** Whether the commit of this sequence is gone by it. */
    public boolean hides(long sequence) {
        return sequence >= first && sequence < into;
    }
}
