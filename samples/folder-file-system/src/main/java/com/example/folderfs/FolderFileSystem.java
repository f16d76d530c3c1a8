package com.example.folderfs;

import io.pfsgateway.application.port.out.FileSystem;
import java.nio.file.Path;

/** The roles of a folder, to be wired like those of any other file system. It holds nothing open, so there is nothing to close. */
public final class FolderFileSystem {
    private FolderFileSystem() {}

    /** The file system below a root, which must be there whenever it is read; while it is not, every call says so. */
    public static FileSystem below(Path root) {
        Folder folder = new Folder(root);
        return new FileSystem(
                new FolderBranchCatalog(folder),
                new FolderCommitReader(folder),
                new FolderFileLister(folder),
                new FolderFileHistory(folder),
                new RefusingCommitter(folder),
                new RefusingStaging());
    }
}
