package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.application.port.out.PinnedFile;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.FilePart;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.read.OpenFile;
import java.io.InputStream;
import java.util.List;

/** A file that the engine holds open. */
final class EmbeddedPinnedFile implements PinnedFile {
    private final OpenFile file;
    private final CommitInfo commit;
    private final FileVersion version;

    EmbeddedPinnedFile(ObjectKey key, CommitInfo commit, OpenFile file) {
        this.file = file;
        this.commit = commit;
        this.version = FileVersions.of(key, file.file().row());
    }

    @Override
    public FileVersion version() {
        return version;
    }

    @Override
    public CommitInfo commit() {
        return commit;
    }

    @Override
    public List<FilePart> parts() {
        return file.parts().stream()
                .map(part -> new FilePart(part.size(), ChecksumCodec.ofNote(part.note())))
                .toList();
    }

    @Override
    public InputStream content(ByteRange range) {
        return new EngineContentStream(file, range.offset(), range.length());
    }

    @Override
    public void close() {
        file.close();
    }
}
