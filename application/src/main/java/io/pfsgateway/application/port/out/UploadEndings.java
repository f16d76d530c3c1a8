package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the uploads of an {@link UploadRegistry} end, whose atomicity, durability and failures it shares ({@link
 * FileSystemFailure}). An upload that has ended is remembered, so that whatever is still staged for it is known to be nobody's,
 * until {@link #forget}.
 */
public interface UploadEndings {
    /**
     * Records that a file is about to be made of an upload's parts, and answers them by their numbers. From then on a commit that
     * carries the upload's id may be there, which is to be looked for before the upload is ended for any other reason.
     *
     * @return empty when the upload is not open
     */
    Optional<List<RegisteredPart>> tryCompletion(UploadId id);

    /**
     * Ends an upload. From then on no part is added to it and no completion of it begins; one that was tried before may still
     * come to its commit.
     *
     * @return the contents of its parts, and of those that were replaced after a completion was tried; empty when it was not open
     */
    Optional<List<StagedContentId>> end(UploadId id);

    /**
     * Open uploads that were begun before a time or of which a completion was tried, by their ids.
     *
     * @param after the id behind which the page starts
     * @param limit the most, 1 or more; fewer mean that there are no more
     */
    List<Upload> due(Instant begunBefore, Optional<UploadId> after, int limit);

    /** Those of the uploads that have ended and are still remembered. */
    Set<UploadId> ended(Collection<UploadId> ids);

    /** Forgets what ended before a time. */
    void forget(Instant endedBefore);
}
