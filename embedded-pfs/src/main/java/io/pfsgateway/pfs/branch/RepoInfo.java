package io.pfsgateway.pfs.branch;

import io.pfsgateway.pfs.model.RepoName;
import java.time.Instant;

/** A repository: when it was made, and how many branches it has. */
public record RepoInfo(RepoName name, Instant created, long branches) {}
