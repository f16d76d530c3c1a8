package io.pfsgateway.pfs.content;

import io.pfsgateway.pfs.disk.Disk;
import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.model.PfsException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The blob files below one folder, spread over 256 folders by the last two digits of their number. A blob is written
 * once and never changed.
 */
public final class Blobs {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{16}");

    private final Path root;
    private final Disk disk;
    private final Set<Path> durableFolders = ConcurrentHashMap.newKeySet();

    public Blobs(Path root, Disk disk) {
        this.root = root;
        this.disk = disk;
    }

    public Path file(ContentId content) {
        String name = content.toString();
        return root.resolve(name.substring(name.length() - 2)).resolve(name);
    }

    FileChannel create(ContentId content) throws IOException {
        Path file = file(content);
        makeFolder(folderOf(file));
        return disk.create(file);
    }

    /** Makes the bytes of a blob durable, then its name. */
    void force(ContentId content, FileChannel channel) throws IOException {
        disk.forceFile(channel);
        disk.forceFolder(folderOf(file(content)));
    }

    FileChannel open(ContentId content) throws IOException {
        try {
            return FileChannel.open(file(content), StandardOpenOption.READ);
        } catch (NoSuchFileException missing) {
            throw PfsException.corrupt("The blob of content " + content + " is missing");
        }
    }

    public void delete(ContentId content) throws IOException {
        disk.delete(file(content));
    }

    public long size(ContentId content) throws IOException {
        return Files.size(file(content));
    }

    /** The folders that hold blobs, in order. */
    public List<Path> folders() throws IOException {
        List<Path> folders = new ArrayList<>();
        if (Files.isDirectory(root)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(root, Files::isDirectory)) {
                entries.forEach(folders::add);
            }
        }
        Collections.sort(folders);
        return folders;
    }

    /** Shows each blob of a folder; files that are none are passed over. */
    public void forEach(Path folder, Consumer<ContentId> visitor) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (NAME.matcher(name).matches()) {
                    visitor.accept(new ContentId(HexFormat.fromHexDigitsToLong(name)));
                }
            }
        }
    }

    /** A folder that is there may have been made a moment ago by an upload that has not forced its name yet. */
    private void makeFolder(Path folder) throws IOException {
        if (durableFolders.contains(folder)) {
            return;
        }
        Files.createDirectories(folder);
        disk.forceFolder(root);
        durableFolders.add(folder);
    }

    private Path folderOf(Path file) {
        Path parent = file.getParent();
        return parent == null ? root : parent;
    }
}
