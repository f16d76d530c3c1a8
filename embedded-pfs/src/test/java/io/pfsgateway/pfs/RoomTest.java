package io.pfsgateway.pfs;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.pfs.disk.Room;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class RoomTest {
    private final WatchedDisk disk = new WatchedDisk();
    private final Room room = new Room(Path.of("folder"), disk);

    @Test
    void isScarceBelowFourGibibytes() {
        disk.usableBytes = (4L << 30) - 1;
        assertThat(room.isScarce()).isTrue();
        disk.usableBytes = 4L << 30;
        assertThat(room.isScarce()).isFalse();
    }

    @Test
    void isScarceWhereItCannotBeTold() {
        disk.roomUnknown = true;
        assertThat(room.isScarce()).isTrue();
        assertThat(room.isScarce()).isTrue();
        disk.roomUnknown = false;
        assertThat(room.isScarce()).isFalse();
    }
}
