package io.pfsgateway.pfs.read;

import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.record.LineRecord;
import java.time.Instant;

/** A branch as it stands: the line that serves it and that line's record. */
public record BranchState(BranchName name, Instant created, long line, LineRecord lineRecord) {}
