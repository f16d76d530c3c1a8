package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.FileLocation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Contents that are not in any branch yet, such as the parts of uploads. They survive a restart, no branch shows them, and they
 * go only when they are released.
 */
public interface ContentStaging {
    /**
     * Begins to stage a content.
     *
     * @param owner what it is staged for, such as an upload's id: 1 to 64 letters, digits, - and _
     * @param sizeBytes how long it will be, where that is known
     */
    PendingStagedContent begin(String owner, OptionalLong sizeBytes);

    /**
     * Stages a stretch of a file. The bytes may be read to hash them; where the file system can, they are not written again.
     *
     * @throws KeyFailure with {@code NO_SUCH_VERSION} when the source is not there any more
     */
    StagedContent stageRange(String owner, FileLocation source, ByteRange range);

    /** A staged content, if it is there. */
    Optional<StagedContent> find(StagedContentId id);

    /** Lets contents go; those that are not there are passed over. It may be repeated. What branches hold of them stays. */
    void release(Collection<StagedContentId> ids);

    /**
     * A page of all that is staged, in an order of the file system's own.
     *
     * @param after the id behind which the page starts; it need not be there any more
     * @param limit the most, 1 or more; fewer mean that there are no more
     */
    List<StagedContent> list(Optional<StagedContentId> after, int limit);

    /**
     * Removes the places in which nothing is staged, and which were made for owners before a time, so long ago that none of them
     * still stages anything. It may be repeated. Where contents need no places there is nothing to do.
     */
    default void removeEmptyPlaces(Instant madeBefore) {}
}
