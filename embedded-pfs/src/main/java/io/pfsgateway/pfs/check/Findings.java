package io.pfsgateway.pfs.check;

import io.pfsgateway.pfs.model.PfsException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects what the passes of a check read and find. */
final class Findings {
    private static final int MOST_LISTED = 1_000;

    private final List<Finding> listed = new ArrayList<>();
    private long faults;
    private long contents;
    private long bytes;
    private long rows;
    private long branches;
    private long leftoverBlobs;

    void add(Finding.Kind kind, String where, String detail) {
        faults++;
        if (listed.size() < MOST_LISTED) {
            listed.add(new Finding(kind, where, detail));
        }
    }

    void require(boolean sound, Finding.Kind kind, String where, String detail) {
        if (!sound) {
            add(kind, where, detail);
        }
    }

    /** Runs a pass; where it cannot read on, that is a finding and ends this pass alone. */
    void pass(Supplier<String> name, Runnable pass) {
        try {
            pass.run();
        } catch (PfsException unreadable) {
            add(Finding.Kind.UNREADABLE, name.get(), String.valueOf(unreadable.getMessage()));
        }
    }

    void countContent(long size) {
        contents++;
        bytes += size;
    }

    void countRow() {
        rows++;
    }

    void countBranch() {
        branches++;
    }

    void countLeftoverBlob() {
        leftoverBlobs++;
    }

    CheckReport report() {
        return new CheckReport(contents, bytes, rows, branches, leftoverBlobs, faults, listed);
    }
}
