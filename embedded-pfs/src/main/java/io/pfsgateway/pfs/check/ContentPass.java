package io.pfsgateway.pfs.check;

import io.pfsgateway.pfs.content.Blobs;
import io.pfsgateway.pfs.content.Contents;
import io.pfsgateway.pfs.content.Digests;
import io.pfsgateway.pfs.content.PinnedContent;
import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.model.Part;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.model.Sha256;
import io.pfsgateway.pfs.record.ContentBody;
import io.pfsgateway.pfs.record.ContentRecord;
import io.pfsgateway.pfs.record.Extent;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Reader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;

/** Reads the bytes of every content, and looks for blob files that belong to none. */
final class ContentPass {
    private static final int STEP_BYTES = 1 << 16;

    private final Reader reader;
    private final Contents contents;
    private final Blobs blobs;
    private final Findings findings;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(STEP_BYTES);

    ContentPass(Reader reader, Contents contents, Blobs blobs, Findings findings) {
        this.reader = reader;
        this.contents = contents;
        this.blobs = blobs;
        this.findings = findings;
    }

    void run() {
        try (Cursor cursor = reader.cursor(Family.CONTENTS, Keys.first(), Keys.last())) {
            for (cursor.first(); cursor.valid(); cursor.next()) {
                ContentId id = Keys.decodeContent(cursor.key());
                findings.pass(() -> where(id), () -> check(id, Tables.CONTENTS.decode(cursor.value())));
            }
        }
        findings.pass(() -> "blob files", this::countLeftovers);
    }

    private void check(ContentId id, ContentRecord content) {
        findings.countContent(content.size());
        if (sizeOf(id, content) != content.size()) {
            findings.add(Finding.Kind.BYTES, where(id), "does not have its size");
        }
        if (!isSound(id, content)) {
            findings.add(Finding.Kind.BYTES, where(id), "does not have its hash " + content.hash());
        }
    }

    private static String where(ContentId id) {
        return "content " + id;
    }

    private boolean isSound(ContentId id, ContentRecord content) {
        if (content.body() instanceof ContentBody.Inline inline
                && content.parts().isEmpty()) {
            // The bytes are at hand: to pin the content would read its record once more.
            MessageDigest digest = Digests.sha256();
            digest.update(inline.bytes().buffer());
            return Digests.finish(digest).equals(content.hash());
        }
        Optional<PinnedContent> pinned = contents.pin(id);
        if (pinned.isEmpty()) {
            return true;
        }
        try (PinnedContent bytes = pinned.get()) {
            return content.parts().isEmpty()
                    ? hash(bytes, 0, content.size()).equals(content.hash())
                    : partsHold(bytes, content);
        }
    }

    private boolean partsHold(PinnedContent bytes, ContentRecord content) {
        long start = 0;
        for (Part part : content.parts()) {
            if (!hash(bytes, start, part.size()).equals(part.hash())) {
                return false;
            }
            start += part.size();
        }
        return start == content.size() && Digests.ofParts(content.parts()).equals(content.hash());
    }

    private Sha256 hash(PinnedContent bytes, long offset, long length) {
        MessageDigest digest = Digests.sha256();
        long end = offset + length;
        for (long position = offset; position < end; ) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), end - position));
            int count = bytes.read(position, buffer);
            if (count < 0) {
                throw PfsException.corrupt("ends at " + position);
            }
            position += count;
            digest.update(buffer.flip());
        }
        return Digests.finish(digest);
    }

    private long sizeOf(ContentId id, ContentRecord content) {
        if (content.body() instanceof ContentBody.Inline inline) {
            return inline.bytes().length();
        }
        if (content.body() instanceof ContentBody.Extents extents) {
            return extents.runs().stream().mapToLong(this::lengthWithin).sum();
        }
        try {
            return blobs.size(id);
        } catch (IOException missing) {
            throw PfsException.corrupt("its blob file is missing: " + missing.getMessage());
        }
    }

    /** The length of a run, or nothing where it reaches beyond what it is a run of. */
    private long lengthWithin(Extent run) {
        long size = Tables.CONTENTS
                .find(reader, Keys.content(run.content()))
                .map(ContentRecord::size)
                .orElse(0L);
        return run.offset() + run.length() <= size ? run.length() : 0;
    }

    private void countLeftovers() {
        try {
            for (Path folder : blobs.folders()) {
                blobs.forEach(folder, id -> {
                    if (!Tables.CONTENTS.contains(reader, Keys.content(id))) {
                        findings.countLeftoverBlob();
                    }
                });
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
