package io.pfsgateway.application.service;

import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.file.FileVersion;

/** Which time readers are shown as an object's last modification; their conditions are decided on the same one. */
public enum LastModifiedRule {
    /** When the object itself last changed, where the file system knows it. */
    OBJECT,
    /** When the commit that was read was finished, for every object alike, as Pachyderm's own gateway has it. */
    HEAD;

    /** The file with the time to be shown. */
    FileVersion shown(FileVersion file, CommitInfo read) {
        return switch (this) {
            case OBJECT -> file;
            case HEAD -> file.withLastModified(read.finishedAt());
        };
    }
}
