package io.pfsgateway.application.port.in;

import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.condition.ReadConditions;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.FilePart;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.file.RangeRequest;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads an object, or what is known of it. */
public interface GetObjectUseCase {
    /**
     * What to read.
     *
     * @param version the commit at which to read; empty for the bucket's own
     * @param range the stretch asked for; at most one of range and part is given
     * @param partNumber the part asked for
     */
    record Query(
            Caller caller,
            BucketName bucket,
            ObjectKey key,
            Optional<CommitRef> version,
            ReadConditions conditions,
            Optional<RangeRequest> range,
            OptionalInt partNumber) {}

    /** What the conditions made of the request. */
    enum Outcome {
        WHOLE,
        PARTIAL,
        NOT_MODIFIED,
        PRECONDITION_FAILED
    }

    /** An object that was found, pinned until it is closed by the adapter. */
    interface Result extends AutoCloseable {
        Outcome outcome();

        /** The object; its last-modified time is the one to be shown. */
        FileVersion file();

        /** The version id to be shown. */
        CommitId versionId();

        /** How many parts can be read by their numbers: one of an object that was not made of parts. */
        int partCount();

        /** The parts that it was made of, in order; none for an object that came in one piece. */
        List<FilePart> parts();

        /** The checksums of what is sent: the object's, or those of the part that was asked for; none of another stretch. */
        List<ContentChecksum> checksums();

        /** The bytes to be sent: all for {@code WHOLE}, none for the outcomes without a body. */
        ByteRange range();

        /** The bytes of {@link #range}, streamed, maybe {@link io.pfsgateway.domain.file.DirectContent}; the caller closes it. */
        InputStream content();

        @Override
        void close();
    }

    /**
     * Finds the object: {@code NO_SUCH_KEY}, {@code DELETE_MARKER} for a version that is one, {@code NO_SUCH_VERSION},
     * {@code RANGE_NOT_SATISFIABLE}, {@code NO_SUCH_PART}.
     */
    Result getObject(Query query);
}
