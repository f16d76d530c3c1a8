package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.ObjectKey;

/**
 * A file as a reader found it at a commit, without what the file system does not keep.
 *
 * @param hash the file system's hash of the bytes
 * @param commit the commit that was read, with its time as the file system tells it
 */
public record FileState(ObjectKey key, ContentHash hash, long sizeBytes, CommitInfo commit) {}
