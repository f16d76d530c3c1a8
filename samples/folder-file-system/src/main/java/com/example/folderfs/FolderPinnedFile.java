package com.example.folderfs;

import io.pfsgateway.application.port.out.PinnedFile;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.FilePart;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.file.ObjectKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A file that is held open, so that it can be read to its end when its name is gone or is another's. */
final class FolderPinnedFile implements PinnedFile {
    private final FileVersion version;
    private final CommitInfo commit;
    private final FileChannel channel;

    private FolderPinnedFile(FileVersion version, CommitInfo commit, FileChannel channel) {
        this.version = version;
        this.commit = commit;
        this.channel = channel;
    }

    /** The file that was seen, open; empty when it is not there any more, or not as it was. */
    static Optional<PinnedFile> open(FolderState state, ObjectKey key, FolderEntry seen) {
        try {
            FileChannel channel =
                    FileChannel.open(seen.path(), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
            FolderPinnedFile file = new FolderPinnedFile(state.version(key, seen), state.commit(), channel);
            return file.isStill(seen) ? Optional.of(file) : Optional.empty();
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException failed) {
            throw FileSystemFailure.unavailable(failed);
        }
    }

    private boolean isStill(FolderEntry seen) throws IOException {
        boolean still = false;
        try {
            still = seen.isStillThere();
        } finally {
            if (!still) {
                channel.close();
            }
        }
        return still;
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
        return List.of();
    }

    @Override
    public InputStream content(ByteRange range) {
        return new RangeStream(channel, range);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw FileSystemFailure.unavailable(failed);
        }
    }
}
