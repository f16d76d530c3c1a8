package io.pfsgateway.pfs.check;

import java.util.List;

/**
 * What a check read and found. {@code faults} counts all findings, of which the first are listed; {@code leftoverBlobs} are
 * files of uploads under way, or that a crash left behind and the next opening sweeps, which is no fault.
 */
public record CheckReport(
        long contents, long bytes, long rows, long branches, long leftoverBlobs, long faults, List<Finding> findings) {
    public CheckReport {
        findings = List.copyOf(findings);
    }

    public boolean isClean() {
        return faults == 0;
    }
}
