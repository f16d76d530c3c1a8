package io.pfsgateway.adapter.in.http.xml;

import io.pfsgateway.adapter.in.http.error.S3Error;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What became of each object of a DeleteObjects request.
 *
 * @param quiet whether only errors are told
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html">DeleteObjects</a>
 */
public record DeleteResultXml(boolean quiet, List<Entry> entries) implements XmlDocument {
    public DeleteResultXml {
        entries = List.copyOf(entries);
    }

    /**
     * One object.
     *
     * @param versionId the version that was asked for
     * @param error why it was left; empty when it is gone
     * @param deleteMarker the delete marker that was made or taken away
     */
    public record Entry(
            String key, Optional<String> versionId, Optional<S3Error> error, Optional<String> deleteMarker) {}

    @Override
    public void write(XmlWriter writer) throws IOException {
        writer.open("DeleteResult", NAMESPACE);
        for (Entry entry : entries) {
            if (entry.error().isPresent()) {
                writeError(writer, entry, entry.error().get());
            } else if (!quiet) {
                writeDeleted(writer, entry);
            }
        }
        writer.close("DeleteResult");
    }

    private static void writeDeleted(XmlWriter writer, Entry entry) throws IOException {
        writer.open("Deleted").element("Key", entry.key());
        writeVersion(writer, entry);
        if (entry.deleteMarker().isPresent()) {
            writer.element("DeleteMarker", true)
                    .element("DeleteMarkerVersionId", entry.deleteMarker().get());
        }
        writer.close("Deleted");
    }

    private static void writeError(XmlWriter writer, Entry entry, S3Error error) throws IOException {
        writer.open("Error").element("Key", entry.key());
        writeVersion(writer, entry);
        writer.element("Code", error.code().code())
                .element("Message", error.message())
                .close("Error");
    }

    private static void writeVersion(XmlWriter writer, Entry entry) throws IOException {
        if (entry.versionId().isPresent()) {
            writer.element("VersionId", entry.versionId().get());
        }
    }
}
