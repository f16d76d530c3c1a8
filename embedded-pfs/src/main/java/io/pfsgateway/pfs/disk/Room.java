package io.pfsgateway.pfs.disk;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The room that is left on the disk of a folder. For one thread. */
public final class Room {
    private static final Logger LOG = LoggerFactory.getLogger(Room.class);
    private static final long ENOUGH_BYTES = 4L << 30;

    private final Path folder;
    private final Disk disk;
    private boolean told;

    public Room(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /** Whether there is less than 4 GiB, or it cannot be told. */
    public boolean isScarce() {
        try {
            return disk.usableBytes(folder) < ENOUGH_BYTES;
        } catch (IOException | RuntimeException unknown) {
            tellOnce(unknown);
            return true;
        }
    }

    private void tellOnce(Exception unknown) {
        if (!told) {
            told = true;
            LOG.warn("It cannot be told how much room is left on the disk of {}", folder, unknown);
        }
    }
}
