package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.file.FilePart;
import io.pfsgateway.domain.file.ObjectAttributes;
import java.util.List;

/**
 * What belongs to a version of a file beside its bytes, and is kept in a {@link FileAttributeStore} where the file system keeps
 * none of it.
 *
 * @param partCount of how many parts the file was made, 1 for one that was written in one piece; it is the number in the ETag
 * @param parts the parts in order; none for a file that was written in one piece, and none where they were not asked for
 */
public record FileDescription(ObjectAttributes attributes, int partCount, List<FilePart> parts) {
    /** Nothing but the bytes, in one piece. */
    public static final FileDescription NONE = ofOnePiece(ObjectAttributes.NONE);

    public FileDescription {
        parts = List.copyOf(parts);
        if (partCount < 1 || (!parts.isEmpty() && parts.size() != partCount)) {
            throw RequestFailure.invalidArgument(
                    "parts", Integer.toString(partCount), "An object has at least one part, and all of them or none.");
        }
    }

    /** Of a file that was written in one piece. */
    public static FileDescription ofOnePiece(ObjectAttributes attributes) {
        return new FileDescription(attributes, 1, List.of());
    }

    /** Of a file that was assembled of one part or more. */
    public static FileDescription assembled(ObjectAttributes attributes, List<FilePart> parts) {
        return new FileDescription(attributes, parts.size(), parts);
    }

    /** The same without the table of parts, as a page has it. */
    public FileDescription withoutParts() {
        return new FileDescription(attributes, partCount, List.of());
    }
}
