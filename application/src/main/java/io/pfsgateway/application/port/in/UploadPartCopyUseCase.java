package io.pfsgateway.application.port.in;

import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.upload.PartNumber;
import io.pfsgateway.domain.upload.UploadPart;
import java.util.Optional;

/** Makes a part of an upload from an object or a stretch of it, without moving the bytes. */
public interface UploadPartCopyUseCase {
    /**
     * What to copy.
     *
     * @param range the stretch, which must lie within the object; empty for all of it
     */
    record Command(
            UploadAddress address, PartNumber number, CopyObjectUseCase.Source source, Optional<ByteRange> range) {}

    /** The part, and the version that was copied. */
    record Result(UploadPart part, CommitId sourceVersionId) {}

    /** Copies: {@code PRECONDITION_FAILED} for the source's conditions, {@code RANGE_NOT_SATISFIABLE} for a range beyond its end. */
    Result uploadPartCopy(Command command);
}
