package io.pfsgateway.adapter.in.http.accesslog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that others move away or cut off while it is written. It is appended to; when its name stands for another file than before,
 * or for none, the name is opened anew.
 */
final class RotatedFile implements LogSink {
    private final Path path;
    private FileChannel channel;
    private @Nullable Object key;

    private RotatedFile(Path path, FileChannel channel, @Nullable Object key) {
        this.path = path;
        this.channel = channel;
        this.key = key;
    }

    static RotatedFile open(Path path) throws IOException {
        FileChannel channel = append(path);
        return new RotatedFile(path, channel, keyOf(path));
    }

    @Override
    public void write(byte[] lines) throws IOException {
        if (!channel.isOpen() || !Objects.equals(key, keyOf(path))) {
            channel.close();
            channel = append(path);
            key = keyOf(path);
        }
        ByteBuffer bytes = ByteBuffer.wrap(lines);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static FileChannel append(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static @Nullable Object keyOf(Path path) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        } catch (NoSuchFileException movedAway) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
