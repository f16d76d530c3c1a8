package io.pfsgateway.application.port.in;

import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.upload.PartNumber;
import io.pfsgateway.domain.upload.UploadPart;
import java.io.IOException;
import java.util.Optional;

/** Takes a part of an upload; one of the same number is replaced. */
public interface UploadPartUseCase {
    /**
     * Decides whatever needs no body: the right, and that there is such an upload.
     *
     * @return the algorithm of which each part of the upload must have a checksum, so that it can be computed of a part that
     *     brings none
     */
    Optional<ChecksumAlgorithm> admit(UploadAddress address);

    /**
     * Takes the part.
     *
     * @throws IOException what the body's stream threw; nothing was kept
     */
    UploadPart uploadPart(UploadAddress address, PartNumber number, UploadBody body) throws IOException;
}
