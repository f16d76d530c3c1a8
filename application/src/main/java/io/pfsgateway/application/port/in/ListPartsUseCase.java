package io.pfsgateway.application.port.in;

import io.pfsgateway.domain.upload.PartNumber;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadPart;
import java.util.List;
import java.util.Optional;

/** Lists the parts that an upload has, by their numbers. */
public interface ListPartsUseCase {
    /** A page of parts, whether more follow, and the upload that has them. */
    record Result(Upload upload, List<UploadPart> parts, boolean more) {
        public Result {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Lists: {@code NO_SUCH_UPLOAD} when it is not open.
     *
     * @param after the number behind which the page starts
     * @param limit the most, 1 to 1,000
     */
    Result listParts(UploadAddress address, Optional<PartNumber> after, int limit);
}
