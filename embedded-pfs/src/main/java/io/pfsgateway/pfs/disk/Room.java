package io.pfsgateway.pfs.disk;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The room that is left on the disk of a folder. */
public final class Room {
    private static final Logger LOG = LoggerFactory.getLogger(Room.class);
    private static final long ENOUGH_BYTES = 1L << 30;

    private final Path folder;
    private final Disk disk;

    public Room(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /** Whether there is less than 1 GiB, or nobody can tell. */
    public boolean isScarce() {
        try {
            return disk.usableBytes(folder) < ENOUGH_BYTES;
        } catch (IOException unknown) {
            LOG.warn("The room left on the disk of {} cannot be told", folder, unknown);
            return true;
        }
    }
}
