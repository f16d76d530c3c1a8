package io.pfsgateway.pfs.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.pfs.disk.SystemDisk;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineSequence;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Session;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.StoreSettings;
import io.pfsgateway.pfs.store.View;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LayerCursorTest {
    private static final long LINE = 3;
    private static final long EPOCH = 2;
    private static final long LAST = 40;
    private static final int STEPS = 2_000;

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() throws Exception {
        store = Store.open(folder, new StoreSettings(8 << 20, 8 << 20, false), new SystemDisk());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void findsTheNewestChangeAtOrAfterWhateverIsSoughtInWhateverOrder(long seed) throws Exception {
        Random random = new Random(seed);
        NavigableMap<String, Optional<LineSequence>> newest = store(random);
        try (View view = store.snapshot();
                LayerCursor cursor = new LayerCursor(view, new Layers.Layer(LINE, EPOCH, LAST))) {
            String from = "";
            cursor.seek(bytes(from));
            for (int step = 0; step < STEPS; step++) {
                String expected = newest.ceilingKey(from);
                assertThat(cursor.valid()).isEqualTo(expected != null);
                if (expected != null) {
                    assertThat(new String(cursor.path(), StandardCharsets.US_ASCII))
                            .isEqualTo(expected);
                    assertThat(cursor.value().map(WrittenAt::decode)).isEqualTo(newest.get(expected));
                }
                if (expected != null && random.nextBoolean()) {
                    cursor.next();
                    from = expected + '\0';
                } else {
                    from = path(random);
                    cursor.seek(bytes(from));
                }
            }
        }
    }

    /** Many changes of few paths, some of them after the last that counts, beside those of other lines and epochs. */
    private NavigableMap<String, Optional<LineSequence>> store(Random random) throws Exception {
        NavigableMap<String, Optional<LineSequence>> newest = new TreeMap<>();
        try (Session session = store.session()) {
            for (long sequence = 1; sequence <= LAST + 20; sequence++) {
                String path = path(random);
                boolean live = random.nextBoolean();
                put(session, LINE, EPOCH, path, sequence, live);
                put(session, LINE, EPOCH + 1, path(random), sequence, live);
                put(session, LINE - 1, EPOCH, path(random), sequence, live);
                if (sequence <= LAST) {
                    newest.put(path, live ? Optional.of(new LineSequence(LINE, sequence)) : Optional.empty());
                }
            }
            session.writeForced();
        }
        return newest;
    }

    private static void put(Session session, long line, long epoch, String path, long sequence, boolean live) {
        Tables.CHANGES.put(session, Keys.change(line, epoch, FilePath.of(path), sequence), live);
    }

    private static String path(Random random) {
        return "/" + (char) ('a' + random.nextInt(6)) + "/" + random.nextInt(12);
    }

    private static byte[] bytes(String path) {
        return path.getBytes(StandardCharsets.US_ASCII);
    }
}
