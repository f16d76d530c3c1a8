package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.CopyObjectUseCase;
import io.pfsgateway.application.port.out.CommitReader;
import io.pfsgateway.application.port.out.CommittedFile;
import io.pfsgateway.application.port.out.Committer;
import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.application.port.out.FileTarget;
import io.pfsgateway.application.port.out.PinnedFile;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.file.FileLocation;
import io.pfsgateway.domain.file.ObjectAttributes;

/** Copies within the file system: the source is pinned, checked, and named by its commit, so that what was checked is copied. */
public final class CopyObjectService implements CopyObjectUseCase {
    private final CommitReader reader;
    private final CopySources sources;
    private final Committer committer;

    public CopyObjectService(CommitReader reader, Committer committer, LastModifiedRule lastModified) {
        this.reader = reader;
        this.sources = new CopySources(reader, lastModified);
        this.committer = committer;
    }

    @Override
    public Result copyObject(Command command) {
        Source source = command.source();
        Admission.require(command.caller(), Right.WRITE, command.bucket());
        Admission.require(command.caller(), Right.READ, source.bucket());
        BranchId target = Admission.writable(command.bucket());
        try (PinnedFile pinned = sources.open(source)) {
            return copy(command, target, pinned);
        }
    }

    private Result copy(Command command, BranchId target, PinnedFile pinned) {
        Source source = command.source();
        if (changesNothing(command, pinned)) {
            throw RequestFailure.invalidRequest(
                    CopySources.HEADER,
                    "This copy request is illegal because it is trying to copy an object to itself without changing the "
                            + "object's metadata, storage class, website redirect location or encryption attributes.");
        }
        CommittedFile committed = committer.copy(
                new FileLocation(source.bucket().branch(), pinned.commit().id(), source.key()),
                new FileTarget(target, command.key(), attributesOfCopy(command, pinned), command.condition()));
        return new Result(
                committed.version(),
                committed.commit(),
                Pinned.shownVersion(source.bucket(), source.version(), pinned));
    }

    private static ObjectAttributes attributesOfCopy(Command command, PinnedFile pinned) {
        ObjectAttributes kept = pinned.version().attributes();
        return command.attributes()
                .orElse(kept)
                .withTags(command.tags().orElse(kept.tags()))
                .withChecksums(kept.checksums());
    }

    private boolean changesNothing(Command command, PinnedFile source) {
        boolean isOntoItself =
                command.source().bucket().branch().equals(command.bucket().branch())
                        && command.source().key().equals(command.key());
        return isOntoItself
                && command.attributes().isEmpty()
                && command.tags().isEmpty()
                && isNewest(command.source(), source);
    }

    private boolean isNewest(Source source, PinnedFile pinned) {
        if (source.version().isEmpty() && !source.bucket().isReadOnly()) {
            return true;
        }
        FileLookup newest = reader.open(source.bucket().branch(), CommitRef.HEAD, source.key());
        if (!(newest instanceof FileLookup.Found found)) {
            return false;
        }
        try (PinnedFile file = found.file()) {
            return file.version().commit().equals(pinned.version().commit());
        }
    }
}
