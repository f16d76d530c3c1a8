package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.PutObjectTaggingUseCase;
import io.pfsgateway.application.port.out.CommitReader;
import io.pfsgateway.application.port.out.CommittedFile;
import io.pfsgateway.application.port.out.Committer;
import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.application.port.out.FileTarget;
import io.pfsgateway.application.port.out.PinnedFile;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.file.FileLocation;
import io.pfsgateway.domain.file.FileVersion;
import java.util.Optional;

/**
 * Copies an object onto itself with other tags, on the condition that it is still the one that was read; when it is not, what it is
 * then is tagged. So a change that others make at the same time is never lost.
 */
public final class PutObjectTaggingService implements PutObjectTaggingUseCase {
    private static final int ATTEMPTS = 8;

    private final CommitReader reader;
    private final Committer committer;

    public PutObjectTaggingService(CommitReader reader, Committer committer) {
        this.reader = reader;
        this.committer = committer;
    }

    @Override
    public Result putObjectTagging(Command command) {
        BranchId branch = Admission.toChange(command.caller(), Right.WRITE, command.bucket());
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try (PinnedFile newest = newest(branch, command)) {
                Optional<Result> result = tag(branch, command, newest);
                if (result.isPresent()) {
                    return result.get();
                }
            }
        }
        throw KeyFailure.changedMeanwhile(command.key().value());
    }

    private PinnedFile newest(BranchId branch, Command command) {
        Optional<CommitId> named = command.version().map(version -> writerOf(branch, command, version));
        FileLookup lookup = reader.open(branch, CommitRef.HEAD, command.key());
        if (!(lookup instanceof FileLookup.Found found)) {
            throw named.isPresent()
                    ? immutable()
                    : KeyFailure.noSuchKey(command.key().value());
        }
        return Pinned.closedOnFailure(found.file(), file -> {
            if (named.filter(commit -> !commit.equals(file.version().commit())).isPresent()) {
                throw immutable();
            }
            return file;
        });
    }

    /** The commit that wrote the version that is named. */
    private CommitId writerOf(BranchId branch, Command command, CommitRef version) {
        FileLookup lookup = reader.open(branch, version, command.key());
        if (lookup instanceof FileLookup.Found found) {
            try (PinnedFile file = found.file()) {
                return file.version().commit();
            }
        }
        String key = command.key().value();
        throw Pinned.isDeleteMarker(lookup)
                ? KeyFailure.deleted(key)
                : KeyFailure.noSuchVersion(key, version.toString());
    }

    /** Tags the object as it was found; empty when it is not that any more. */
    private Optional<Result> tag(BranchId branch, Command command, PinnedFile newest) {
        FileVersion file = newest.version();
        if (file.attributes().tags().equals(command.tags().values())) {
            return Optional.of(new Result(Optional.of(file.commit())));
        }
        try {
            CommittedFile committed = committer.copy(
                    new FileLocation(branch, newest.commit().id(), command.key()),
                    new FileTarget(
                            branch,
                            command.key(),
                            file.attributes().withTags(command.tags().values()),
                            WriteCondition.unchangedSince(file)));
            return Optional.of(new Result(committed.commit()));
        } catch (KeyFailure failure) {
            // Without its source the branch itself is another one now.
            boolean changed =
                    failure.kind() == FailureKind.PRECONDITION_FAILED || failure.kind() == FailureKind.NO_SUCH_VERSION;
            if (changed) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private static RequestFailure immutable() {
        return RequestFailure.notImplemented("tagging a version that is not the newest: history is immutable");
    }
}
