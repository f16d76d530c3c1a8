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
 * then is tagged, or, where the version was named, the request refused. So a change that others make at the same time is never lost.
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
            try (PinnedFile file = open(branch, command)) {
                Optional<Result> result = tag(branch, command, file);
                if (result.isPresent()) {
                    return result.get();
                }
            }
        }
        throw KeyFailure.changedMeanwhile(command.key().value());
    }

    /** The version that is named, or the newest. */
    private PinnedFile open(BranchId branch, Command command) {
        FileLookup lookup = reader.open(branch, command.version().orElse(CommitRef.HEAD), command.key());
        if (lookup instanceof FileLookup.Found found) {
            return found.file();
        }
        String key = command.key().value();
        if (command.version().isEmpty()) {
            throw KeyFailure.noSuchKey(key);
        }
        throw Pinned.isDeleteMarker(lookup)
                ? KeyFailure.deleted(key)
                : KeyFailure.noSuchVersion(key, command.version().get().toString());
    }

    /** Tags the object as it was found; empty when it is not that any more. */
    private Optional<Result> tag(BranchId branch, Command command, PinnedFile found) {
        FileVersion file = found.version();
        if (file.attributes().tags().equals(command.tags().values())) {
            return Optional.of(new Result(Optional.of(file.commit())));
        }
        try {
            CommittedFile committed = committer.copy(
                    new FileLocation(branch, found.commit().id(), command.key()),
                    new FileTarget(
                            branch,
                            command.key(),
                            file.attributes().withTags(command.tags().values()),
                            WriteCondition.unchangedSince(file)));
            return Optional.of(new Result(committed.commit()));
        } catch (KeyFailure failure) {
            return changed(command, failure);
        }
    }

    private static Optional<Result> changed(Command command, KeyFailure failure) {
        boolean isOther =
                failure.kind() == FailureKind.PRECONDITION_FAILED || failure.kind() == FailureKind.NO_SUCH_KEY;
        if (isOther
                && command.version().filter(ref -> !ref.equals(CommitRef.HEAD)).isPresent()) {
            throw immutable();
        }
        // Without its source the branch itself is another one now.
        if (failure.kind() == FailureKind.PRECONDITION_FAILED || failure.kind() == FailureKind.NO_SUCH_VERSION) {
            return Optional.empty();
        }
        throw failure;
    }

    private static RequestFailure immutable() {
        return RequestFailure.notImplemented("tagging a version that is not the newest: history is immutable");
    }
}
