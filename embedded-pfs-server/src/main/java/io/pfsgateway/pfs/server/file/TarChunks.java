package io.pfsgateway.pfs.server.file;

import com.google.protobuf.BytesValue;
import com.google.protobuf.UnsafeByteOperations;
import io.pfsgateway.pfs.model.FileRow;
import io.pfsgateway.pfs.read.OpenFile;
import io.pfsgateway.pfs.server.call.Answers;
import io.pfsgateway.pfs.server.tree.CommitTree;
import io.pfsgateway.pfs.server.tree.Node;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;

/** A tar stream in chunks, of which no more is made than the next one. Names are paths with the slash before them. */
final class TarChunks implements Answers<BytesValue> {
    private static final int CHUNK_BYTES = 1 << 20;
    private static final int READ_BYTES = 64 << 10;

    private final Answers<Node> nodes;
    private final CommitTree tree;
    private final ByteArrayOutputStream made = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar;
    private final byte[] buffer = new byte[READ_BYTES];
    private @Nullable OpenFile open;
    private long position;
    private boolean finished;

    TarChunks(Answers<Node> nodes, CommitTree tree) {
        this.nodes = nodes;
        this.tree = tree;
        this.tar = new TarArchiveOutputStream(made, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
    }

    @Override
    public Optional<BytesValue> next() {
        try {
            made.reset();
            while (!finished && made.size() < CHUNK_BYTES) {
                step();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return made.size() == 0
                ? Optional.empty()
                : Optional.of(BytesValue.of(UnsafeByteOperations.unsafeWrap(made.toByteArray())));
    }

    private void step() throws IOException {
        OpenFile current = open;
        if (current == null) {
            enter();
        } else if (position < current.size()) {
            int count = current.read(position, ByteBuffer.wrap(buffer));
            tar.write(buffer, 0, count);
            position += count;
        } else {
            tar.closeArchiveEntry();
            close(current);
        }
    }

    private void enter() throws IOException {
        Optional<Node> next = nodes.next();
        if (next.isEmpty()) {
            tar.finish();
            finished = true;
            return;
        }
        Node node = next.get();
        Optional<OpenFile> file = node.isDirectory() ? Optional.empty() : tree.open(node);
        open = file.orElse(null);
        position = 0;
        tar.putArchiveEntry(header(node));
        if (node.isDirectory()) {
            tar.closeArchiveEntry();
        } else if (file.isEmpty()) {
            throw FileFinder.notFound(tree.commit(), node.path());
        }
    }

    private static TarArchiveEntry header(Node node) {
        TarArchiveEntry entry = new TarArchiveEntry(node.path(), true);
        node.row().map(FileRow::size).ifPresent(entry::setSize);
        entry.setLastModifiedTime(java.nio.file.attribute.FileTime.from(
                node.row().map(FileRow::time).orElse(java.time.Instant.EPOCH)));
        return entry;
    }

    private void close(OpenFile file) {
        open = null;
        file.close();
    }

    @Override
    public void close() {
        OpenFile current = open;
        if (current != null) {
            close(current);
        }
        nodes.close();
    }
}
