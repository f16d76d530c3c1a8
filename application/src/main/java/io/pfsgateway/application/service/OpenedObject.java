package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.GetObjectUseCase.Outcome;
import io.pfsgateway.application.port.in.GetObjectUseCase.Result;
import io.pfsgateway.application.port.out.PinnedFile;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.FileVersion;
import java.io.InputStream;
import java.util.List;

/** An object that was found, over the pinned file that it closes. */
record OpenedObject(PinnedFile pinned, FileVersion file, CommitId versionId, Outcome outcome, ByteRange range)
        implements Result {
    /** The same object, of which nothing is sent. */
    OpenedObject without(Outcome refused) {
        return new OpenedObject(pinned, file, versionId, refused, new ByteRange(0, 0));
    }

    /** The same object, of which a stretch is sent. */
    OpenedObject partial(ByteRange stretch) {
        return new OpenedObject(pinned, file, versionId, Outcome.PARTIAL, stretch);
    }

    List<Long> partSizesBytes() {
        return pinned.partSizesBytes();
    }

    @Override
    public int partCount() {
        return partSizesBytes().size();
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
