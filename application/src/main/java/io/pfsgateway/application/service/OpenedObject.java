package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.GetObjectUseCase.Outcome;
import io.pfsgateway.application.port.in.GetObjectUseCase.Result;
import io.pfsgateway.application.port.out.PinnedFile;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.FilePart;
import io.pfsgateway.domain.file.FileVersion;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** An object that was found, over the pinned file that it closes. */
record OpenedObject(
        PinnedFile pinned,
        FileVersion file,
        CommitId versionId,
        Outcome outcome,
        ByteRange range,
        List<ContentChecksum> checksums)
        implements Result {
    /** The same object, of which nothing is sent. */
    OpenedObject without(Outcome refused) {
        return new OpenedObject(pinned, file, versionId, refused, new ByteRange(0, 0), List.of());
    }

    /** The same object, of which a stretch is sent. */
    OpenedObject partial(ByteRange stretch) {
        return new OpenedObject(pinned, file, versionId, Outcome.PARTIAL, stretch, List.of());
    }

    /** The same object, of which a part is sent that lies there. */
    OpenedObject part(FilePart part, ByteRange stretch) {
        return new OpenedObject(
                pinned,
                file,
                versionId,
                Outcome.PARTIAL,
                stretch,
                part.checksum().stream().toList());
    }

    /** The parts that can be read by their numbers, of which there is always one. */
    List<FilePart> readableParts() {
        List<FilePart> parts = parts();
        Optional<ContentChecksum> own = file.attributes().checksums().stream().findFirst();
        return parts.isEmpty() ? List.of(new FilePart(file.sizeBytes(), own)) : parts;
    }

    @Override
    public int partCount() {
        return readableParts().size();
    }

    @Override
    public List<FilePart> parts() {
        return pinned.parts();
    }

    @Override
    public InputStream content() {
        return range.length() == 0 ? InputStream.nullInputStream() : pinned.content(range);
    }

    @Override
    public void close() {
        pinned.close();
    }
}
