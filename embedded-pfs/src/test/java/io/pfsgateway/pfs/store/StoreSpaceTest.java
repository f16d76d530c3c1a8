package io.pfsgateway.pfs.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.pfs.disk.SystemDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the space of what was deleted comes back to the disk. */
final class StoreSpaceTest {
    private static final int KEYS = 2_000;
    private static final int VALUE_BYTES = 1_000;
    private static final long ALL_BYTES = (long) KEYS * VALUE_BYTES;

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() throws IOException {
        store = Store.open(folder, new StoreSettings(8 << 20, 8 << 20, false), new SystemDisk());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsLeftOfARangeStaysWhenItIsCompacted() {
        fill(Family.CONTENTS);
        store.compact();
        assertThat(tableBytes()).isGreaterThan(ALL_BYTES);
        store.writeRelaxed(batch -> {
            for (int number = 1; number < KEYS; number++) {
                batch.delete(Family.CONTENTS, key(number));
            }
        });
        assertThat(tableBytes()).isGreaterThan(ALL_BYTES);

        store.compact(Family.CONTENTS, key(1), key(KEYS));

        assertThat(tableBytes()).isLessThan(ALL_BYTES / 10);
        try (View view = store.view()) {
            assertThat(view.get(Family.CONTENTS, key(0))).hasSize(VALUE_BYTES);
            assertThat(view.get(Family.CONTENTS, key(1))).isNull();
        }
    }

    @Test
    void filesOfADeletedRangeAreDroppedWhenNoSnapshotReadsThem() {
        fill(Family.NODES);
        store.compact();
        try (View before = store.snapshot()) {
            store.writeRelaxed(batch -> batch.deleteRange(Family.NODES, key(0), key(KEYS)));
            long deletion = store.newestWrite();

            assertThat(store.dropFiles(List.of(Family.NODES), key(0), key(KEYS), deletion))
                    .isFalse();
            assertThat(before.get(Family.NODES, key(KEYS / 2))).hasSize(VALUE_BYTES);
        }
        try (View after = store.snapshot()) {
            assertThat(store.dropFiles(List.of(Family.NODES), key(0), key(KEYS), store.newestWrite()))
                    .isTrue();

            assertThat(tableBytes()).isLessThan(ALL_BYTES / 10);
            assertThat(after.get(Family.NODES, key(KEYS / 2))).isNull();
        }
    }

    @Test
    void filesThatHoldKeysBesideADeletedRangeStay() {
        fill(Family.NODES);
        store.compact();
        store.writeRelaxed(batch -> batch.deleteRange(Family.NODES, key(1), key(KEYS - 1)));

        assertThat(store.dropFiles(List.of(Family.NODES), key(1), key(KEYS - 1), store.newestWrite()))
                .isTrue();

        try (View view = store.view()) {
            assertThat(view.get(Family.NODES, key(0))).hasSize(VALUE_BYTES);
            assertThat(view.get(Family.NODES, key(KEYS - 1))).hasSize(VALUE_BYTES);
            assertThat(view.get(Family.NODES, key(KEYS / 2))).isNull();
        }
    }

    @Test
    void theFilesOfTheNextRangeStay() {
        fill(Family.NODES);
        store.compact();
        fill(Family.NODES, KEYS);
        store.compact(Family.NODES, key(KEYS), key(2 * KEYS));
        store.writeRelaxed(batch -> batch.deleteRange(Family.NODES, key(0), key(KEYS)));

        assertThat(store.dropFiles(List.of(Family.NODES), key(0), key(KEYS), store.newestWrite()))
                .isTrue();

        assertThat(tableBytes()).isBetween(ALL_BYTES, ALL_BYTES * 11 / 10);
        try (View view = store.view()) {
            assertThat(view.get(Family.NODES, key(KEYS - 1))).isNull();
            for (int number = KEYS; number < 2 * KEYS; number++) {
                assertThat(view.get(Family.NODES, key(number))).hasSize(VALUE_BYTES);
            }
        }
    }

    private void fill(Family family) {
        fill(family, 0);
    }

    private void fill(Family family, int first) {
        Random random = new Random(1);
        store.writeRelaxed(batch -> {
            for (int number = first; number < first + KEYS; number++) {
                byte[] value = new byte[VALUE_BYTES];
                random.nextBytes(value);
                batch.put(family, key(number), value);
            }
        });
    }

    private static byte[] key(int number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    private long tableBytes() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".sst"))
                    .mapToLong(StoreSpaceTest::bytes)
                    .sum();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The store may delete the file meanwhile. */
    private static long bytes(Path file) {
        return file.toFile().length();
    }
}
