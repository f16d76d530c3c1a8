package io.pfsgateway.pfs.staged;

import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.model.Sha256;
import java.time.Instant;

/** A staged part: its number, when it was staged, the tag that the caller gave it, and what its bytes are. */
public record StagedPart(ContentId id, Instant time, Bytes tag, long size, Sha256 hash) {}
