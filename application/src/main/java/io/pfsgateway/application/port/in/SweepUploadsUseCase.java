package io.pfsgateway.application.port.in;

/** Brings bookkeeping and staged contents into agreement again after a crash, and gives up uploads that were abandoned. */
public interface SweepUploadsUseCase {
    /** How many uploads were ended, and how many staged contents that belonged to none were let go. */
    record Result(int endedUploads, int releasedContents) {}

    /**
     * Sweeps once. It may be repeated at any time, beside requests and other sweeps. What fails for one upload does not keep the
     * others from being ended; it is thrown at the end, and left to the next sweep.
     */
    Result sweepUploads();
}
