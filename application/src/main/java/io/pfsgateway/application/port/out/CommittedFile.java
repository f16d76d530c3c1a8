package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.file.FileVersion;
import java.util.Optional;

/**
 * A file that has been committed.
 *
 * @param version the file as it was written
 * @param commit the commit that wrote it; empty where the file system does not tell
 */
public record CommittedFile(FileVersion version, Optional<CommitId> commit) {}
