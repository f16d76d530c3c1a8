package io.pfsgateway.application.port.out;

/** All the roles of one file system, as an adapter hands them out. Services take the single roles that they need. */
public record FileSystem(
        BranchCatalog branches,
        CommitReader reader,
        FileLister lister,
        FileHistory history,
        Committer committer,
        ContentStaging staging) {}
