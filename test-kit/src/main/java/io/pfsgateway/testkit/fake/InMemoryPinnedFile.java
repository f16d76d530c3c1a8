package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.PinnedFile;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.FilePart;
import io.pfsgateway.domain.file.FileVersion;
import java.io.InputStream;
import java.util.List;

/** A file that was found, counted until it is closed. */
final class InMemoryPinnedFile implements PinnedFile {
    private final StoredFile file;
    private final CommitInfo commit;
    private final Handles.Handle handle;

    InMemoryPinnedFile(StoredFile file, CommitInfo commit, Handles.Handle handle) {
        this.file = file;
        this.commit = commit;
        this.handle = handle;
    }

    @Override
    public FileVersion version() {
        return file.version();
    }

    @Override
    public CommitInfo commit() {
        return commit;
    }

    @Override
    public List<FilePart> parts() {
        return file.content().parts();
    }

    @Override
    public InputStream content(ByteRange range) {
        handle.requireOpen();
        return file.content().stream(range);
    }

    @Override
    public void close() {
        handle.close();
    }
}
