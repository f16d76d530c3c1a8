package io.pfsgateway.adapter.out.keysfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** The file with the access keys: its bytes, handed out only while nobody but its owner may touch it. */
record KeysFile(Path path) {
    static final int MAX_BYTES = 1 << 20;

    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    KeysFile {
        path = path.toAbsolutePath().normalize();
    }

    byte[] read() {
        try {
            refuseWhatOthersMayRead();
            try (InputStream in = Files.newInputStream(path)) {
                byte[] bytes = in.readNBytes(MAX_BYTES + 1);
                if (bytes.length > MAX_BYTES) {
                    throw refused("is larger than " + MAX_BYTES + " bytes");
                }
                return bytes;
            }
        } catch (NoSuchFileException absent) {
            throw refused("does not exist");
        } catch (IOException unreadable) {
            throw refused("cannot be read (" + unreadable.getClass().getSimpleName() + ")");
        }
    }

    KeysFileRefused refused(String why) {
        return new KeysFileRefused("The keys file " + path + " " + why + ".");
    }

    private void refuseWhatOthersMayRead() throws IOException {
        // Where there are no POSIX permissions (Windows) there is no such question to ask.
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        Set<PosixFilePermission> granted = EnumSet.noneOf(PosixFilePermission.class);
        granted.addAll(view.readAttributes().permissions());
        granted.retainAll(OTHERS);
        if (!granted.isEmpty()) {
            throw refused("holds secrets, and others on this machine may read or write it: chmod 600 it");
        }
    }
}
