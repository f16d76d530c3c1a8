package io.pfsgateway.pfs.listing;

import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.CommitId;
import java.util.Optional;

/**
 * Where a history goes on: after a path or common prefix, or, with a commit, among the versions of that path, after the one
 * that the commit made.
 */
public record VersionMarker(Bytes name, Optional<CommitId> version) {}
