package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.application.port.out.CommittedFile;
import io.pfsgateway.application.port.out.FileTarget;
import io.pfsgateway.domain.failure.UploadFailure;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.pfs.commit.ChangeOutcome;
import io.pfsgateway.pfs.commit.CommitResult;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.FileRow;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.model.Precondition;
import java.util.Optional;

/** A commit of one file, wherever its bytes come from: its target is put in the engine's words, its result in the domain's. */
final class FileWrite {
    private final FileTarget target;
    private final String token;
    private final ConditionCheck condition;

    /** A way to make the engine commit. */
    @FunctionalInterface
    interface EngineCommit {
        CommitResult make(BranchName branch, FilePath path, Bytes attributes, Precondition condition);
    }

    FileWrite(FileTarget target) {
        this(target, "");
    }

    /**
     * @param token what names the upload that is completed
     */
    FileWrite(FileTarget target, String token) {
        this.target = target;
        this.token = token;
        this.condition = new ConditionCheck(target.key(), target.condition());
    }

    CommittedFile commit(EngineCommit commit) {
        try {
            return committed(commit.make(
                    EngineWords.branch(target.branch()),
                    EngineWords.path(target.key()),
                    AttributesCodec.encode(target.attributes()),
                    condition.precondition()));
        } catch (PfsException failed) {
            if (failed.kind() == FailureKind.PRECONDITION_FAILED) {
                throw condition.failure();
            }
            throw EngineFailures.of(
                    failed, Subject.of(target.branch(), target.key()).ofUpload(token));
        }
    }

    private CommittedFile committed(CommitResult result) {
        FileRow row = result.outcomes().stream()
                .map(ChangeOutcome::row)
                .flatMap(Optional::stream)
                .findFirst()
                // The token's earlier commit wrote another key: whatever upload this is, it is not that one.
                .orElseThrow(() -> UploadFailure.noSuchUpload(token));
        FileVersion version = FileVersions.of(target.key(), row);
        return new CommittedFile(version, Optional.of(version.commit()));
    }
}
