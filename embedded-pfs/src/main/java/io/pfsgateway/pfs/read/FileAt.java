package io.pfsgateway.pfs.read;

import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.FileRow;

/** A file as of a commit: the version that stands there, which an earlier commit may have written. */
public record FileAt(CommitPoint commit, FilePath path, FileRow row) {}
