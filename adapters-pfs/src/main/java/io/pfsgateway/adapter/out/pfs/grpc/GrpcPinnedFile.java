package io.pfsgateway.adapter.out.pfs.grpc;

import io.pfsgateway.application.port.out.FileDescription;
import io.pfsgateway.application.port.out.FileState;
import io.pfsgateway.application.port.out.PinnedFile;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.FilePart;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.pfs.protocol.File;
import java.io.InputStream;
import java.util.List;

/** A file pinned by the id of the commit it was found in. The server keeps finished commits, so nothing is held here. */
final class GrpcPinnedFile implements PinnedFile {
    private final PfsClient client;
    private final File at;
    private final CommitInfo commit;
    private final FileVersion version;
    private final List<FilePart> parts;

    GrpcPinnedFile(PfsClient client, File at, FileState file, FileDescription description) {
        this.client = client;
        this.at = at;
        this.commit = file.commit();
        this.version = FileVersions.version(file, description);
        this.parts = description.parts();
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
        return parts;
    }

    @Override
    public InputStream content(ByteRange range) {
        return GrpcContentStream.of(client, at, range);
    }

    @Override
    public void close() {
        // The id pins; there is nothing to let go.
    }
}
