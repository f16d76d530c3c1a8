package io.pfsgateway.pfs.server.file;

import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.server.commit.CommitInfos;
import io.pfsgateway.pfs.server.commit.Commits;

/** All ways to read files. */
public record FileReads(FileQueries queries, FileContents contents, FileDifferences differences) {
    public FileReads(EmbeddedPfs pfs, Commits commits) {
        this(
                new FileQueries(pfs, commits),
                new FileContents(pfs, commits),
                new FileDifferences(pfs, commits, new CommitInfos(pfs, commits)));
    }
}
