package io.pfsgateway.application.port.in;

import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ChecksumType;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.file.EntityTag;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.upload.PartNumber;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes an object of an upload's parts in one commit, without moving their bytes. */
public interface CompleteMultipartUploadUseCase {
    /**
     * A part as the client lists it.
     *
     * @param etag its entity tag, where it is one of this gateway's; no other is compared
     * @param checksums its checksums, where the client tells them
     */
    record ListedPart(PartNumber number, Optional<EntityTag> etag, List<ContentChecksum> checksums) {
        public ListedPart {
            checksums = List.copyOf(checksums);
        }
    }

    /**
     * What the client expects of the whole object, each where it tells.
     *
     * @param checksum its checksum as it came, with or without the number of parts
     */
    record Expected(Optional<ExpectedChecksum> checksum, Optional<ChecksumType> type, OptionalLong sizeBytes) {
        /** Nothing. */
        public static final Expected NOTHING = new Expected(Optional.empty(), Optional.empty(), OptionalLong.empty());
    }

    /** A checksum as the client spells it. */
    record ExpectedChecksum(ChecksumAlgorithm algorithm, String text) {}

    /** What to complete, with which of its parts, in ascending order. */
    record Command(UploadAddress address, List<ListedPart> parts, Expected expected, WriteCondition condition) {
        public Command {
            parts = List.copyOf(parts);
        }
    }

    /**
     * The object, and the commit that made it where the file system tells.
     *
     * @param leftBehind what kept the upload from being cleared away, to be logged; the sweep does it later
     */
    record Result(FileVersion file, Optional<CommitId> versionId, Optional<RuntimeException> leftBehind) {}

    /**
     * Completes the upload: {@code NO_SUCH_UPLOAD}, {@code INVALID_PART}, {@code INVALID_PART_ORDER}, {@code PART_TOO_SMALL},
     * {@code PRECONDITION_FAILED}, {@code CHECKSUM_MISMATCH}. Repeated after it was done, it answers the same commit.
     */
    Result completeMultipartUpload(Command command);
}
