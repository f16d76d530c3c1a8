package io.pfsgateway.pfs.listing;

import io.pfsgateway.pfs.model.FilePath;

/** A path that a commit changed, and whether it is there after it. */
public record ChangedPath(FilePath path, boolean live) {}
