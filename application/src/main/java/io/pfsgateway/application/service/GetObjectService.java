package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.GetObjectUseCase;
import io.pfsgateway.application.port.out.CommitReader;
import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.application.port.out.PinnedFile;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.condition.ReadConditions;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.FilePart;
import io.pfsgateway.domain.file.FileVersion;
import java.util.List;
import java.util.Optional;

/** Finds objects, and decides conditions before ranges. What it returns holds a pinned file; what it refuses holds none. */
public final class GetObjectService implements GetObjectUseCase {
    private final BucketReads reads;
    private final LastModifiedRule lastModified;

    public GetObjectService(CommitReader reader, LastModifiedRule lastModified) {
        this.reads = new BucketReads(reader);
        this.lastModified = lastModified;
    }

    @Override
    public Result getObject(Query query) {
        Admission.require(query.caller(), Right.READ, query.bucket());
        FileLookup lookup = reads.open(query.bucket(), query.version(), query.key());
        if (!(lookup instanceof FileLookup.Found found)) {
            throw missing(query, lookup);
        }
        return Pinned.closedOnFailure(found.file(), file -> answer(query, file));
    }

    private static KeyFailure missing(Query query, FileLookup lookup) {
        String key = query.key().value();
        Optional<CommitRef> version = query.version();
        if (version.isEmpty()) {
            return lookup instanceof FileLookup.Deleted ? KeyFailure.noSuchKeyAnyMore(key) : KeyFailure.noSuchKey(key);
        }
        return Pinned.isDeleteMarker(lookup)
                ? KeyFailure.deleted(key)
                : KeyFailure.noSuchVersion(key, version.get().toString());
    }

    private Result answer(Query query, PinnedFile pinned) {
        FileVersion file = lastModified.shown(pinned.version(), pinned.commit());
        ReadConditions.Verdict verdict = query.conditions().decide(file);
        OpenedObject whole = new OpenedObject(
                pinned,
                file,
                Pinned.shownVersion(query.bucket(), query.version(), pinned),
                Outcome.WHOLE,
                ByteRange.whole(file.sizeBytes()),
                file.attributes().checksums());
        return switch (verdict) {
            case FAILED -> whole.without(Outcome.PRECONDITION_FAILED);
            case NOT_MODIFIED -> whole.without(Outcome.NOT_MODIFIED);
            case HOLDS -> stretch(query, whole);
        };
    }

    private static Result stretch(Query query, OpenedObject whole) {
        long sizeBytes = whole.file().sizeBytes();
        if (query.partNumber().isPresent()) {
            return part(query, query.partNumber().getAsInt(), whole);
        }
        return query.range()
                .map(range -> whole.partial(range.within(sizeBytes)))
                .orElse(whole);
    }

    private static Result part(Query query, int number, OpenedObject whole) {
        List<FilePart> parts = whole.readableParts();
        if (number < 1 || number > parts.size()) {
            throw KeyFailure.noSuchPart(query.key().value(), number);
        }
        FilePart part = parts.get(number - 1);
        long length = part.sizeBytes();
        if (length == 0) {
            // No Content-Range can tell of no bytes: an empty object is whole in its one part, an empty last part is
            // nowhere.
            if (whole.file().sizeBytes() == 0) {
                return whole;
            }
            throw KeyFailure.rangeNotSatisfiable(whole.file().sizeBytes());
        }
        long offset =
                parts.stream().limit(number - 1L).mapToLong(FilePart::sizeBytes).sum();
        return whole.part(part, new ByteRange(offset, length));
    }
}
