package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.failure.UploadFailure;
import io.pfsgateway.domain.listing.UploadPage;
import io.pfsgateway.domain.listing.UploadQuery;
import io.pfsgateway.domain.upload.PartNumber;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadId;
import java.util.List;
import java.util.Optional;

/**
 * The uploads that are under way, and the parts that each has. An upload is open from {@link #begin} until {@link
 * UploadEndings#end}; then it is as if it had never been, but for {@link UploadEndings}. Each call is atomic, and durable before
 * it returns. Calls for one upload that come at once take effect one after the other. What cannot be reached throws {@link
 * FileSystemFailure} with {@code FILE_SYSTEM_UNAVAILABLE}, from any method; a change may then have been made, and may be
 * repeated. Safe for many threads.
 */
public interface UploadRegistry {
    /**
     * Records a new upload; one of this id may be there already only if it is this very one. Nothing happens if it has ended and
     * is still remembered.
     */
    void begin(Upload upload);

    /** An upload, if it is open. */
    Optional<Upload> find(UploadId id);

    /**
     * Records a part; one of the same number is replaced.
     *
     * @return the content of the part that was replaced; empty when it is that of the new part too, which was put before, and when
     *     {@link UploadEndings#tryCompletion} has named it: then it may become part of a file, and has to stay until the upload ends
     * @throws UploadFailure with {@code NO_SUCH_UPLOAD} when the upload is not open; nothing was recorded
     */
    Optional<StagedContentId> putPart(UploadId id, RegisteredPart part);

    /**
     * A page of an open upload's parts, by their numbers; none for an upload that is not open.
     *
     * @param after the number behind which the page starts
     * @param limit the most, 1 or more; fewer mean that there are no more
     */
    List<RegisteredPart> parts(UploadId id, Optional<PartNumber> after, int limit);

    /** A page of a branch's open uploads. Costs work in proportion to the page. */
    UploadPage list(UploadQuery query);
}
