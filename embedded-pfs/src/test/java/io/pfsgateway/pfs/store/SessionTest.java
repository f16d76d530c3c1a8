package io.pfsgateway.pfs.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.pfs.disk.SystemDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SessionTest {
    private static final String GROUP = "path";

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
    void nobodyElseSeesAWriteBeforeItIsForced() throws IOException {
        try (Session session = store.session();
                View other = store.view()) {
            put(session, Family.COMMITS, "key", "value");

            assertThat(get(session, Family.COMMITS, "key")).isEqualTo("value");
            assertThat(get(other, Family.COMMITS, "key")).isNull();
            session.writeForced();
            assertThat(get(other, Family.COMMITS, "key")).isEqualTo("value");
        }
    }

    @Test
    void forgetsWhatACommitOutdatedOnceItIsWritten() throws IOException {
        remember("outdated");
        remember("kept");
        try (Session session = store.session()) {
            session.mark();
            put(session, Family.COMMITS, "first", "commit");
            session.outdate(Family.CONTENTS, bytes("kept"), null);
            session.rollBack();
            put(session, Family.COMMITS, "second", "commit");
            session.outdate(Family.CONTENTS, bytes("outdated"), null);
            assertRemembered(session, "outdated", "bytes");

            session.writeForced();
            assertRemembered(session, "outdated", null);
            assertRemembered(session, "kept", "bytes");
        }
    }

    @Test
    void remembersWhatTheLastCommitPutInTheRememberedPlace() throws IOException {
        remember("first");
        remember("start");
        try (Session session = store.session()) {
            // Two commits that know the stored version alone, and two of which each knows the one before.
            replace(session, "first", "second");
            replace(session, "first", "third");
            replace(session, "start", "middle");
            replace(session, "middle", "end");
            session.mark();
            replace(session, "first", "taken back");
            session.rollBack();

            session.writeForced();
            assertRemembered(session, "third", "third");
            assertRemembered(session, "end", "end");
            for (String other : List.of("first", "second", "taken back", "start", "middle")) {
                assertRemembered(session, other, null);
            }
        }
    }

    private static void replace(Session session, String before, String next) {
        put(session, Family.CONTENTS, next, next);
        session.outdate(Family.CONTENTS, bytes(before), bytes(next));
    }

    private static void assertRemembered(Session session, String content, @Nullable String value) {
        assertThat(session.newestRemembered(Family.CONTENTS, bytes(content)).map(found -> text(found.value())))
                .isEqualTo(Optional.ofNullable(value));
    }

    private void remember(String content) throws IOException {
        try (Session session = store.session()) {
            put(session, Family.CONTENTS, content, "bytes");
            session.writeForced();
        }
        try (View view = store.view()) {
            assertThat(get(view, Family.CONTENTS, content)).isEqualTo("bytes");
        }
    }

    @Test
    void aKeyWrittenTwiceIsLeftAsTheLastWriteLeftIt() throws IOException {
        try (Session session = store.session()) {
            put(session, Family.LINES, "line", "first");
            put(session, Family.LINES, "line", "second");
            put(session, Family.COMMITS, "gone", "value");
            session.delete(Family.COMMITS, bytes("gone"));

            assertThat(session.count()).isEqualTo(2);
            session.writeForced();
        }
        assertThat(stored(Family.LINES, "line")).isEqualTo("second");
        assertThat(stored(Family.COMMITS, "gone")).isNull();
    }

    @Test
    void aFamilyIsNoPlaceForTheKeysOfAnother() {
        try (Session session = store.session()) {
            put(session, Family.COMMITS, "key", "row");

            assertThat(get(session, Family.CHANGES, "key")).isNull();
            assertThat(keys(session, Family.CHANGES)).isEmpty();
        }
    }

    @Test
    void theNewestOfAGroupIsItsOwnElseTheStoredOne() throws IOException {
        try (Session session = store.session()) {
            assertThat(newest(session)).isEmpty();
            put(session, Family.ROWS, GROUP + "00000005", "stored");
            session.writeForced();
        }
        try (Session session = store.session()) {
            assertThat(newest(session)).contains("stored");

            session.mark();
            put(session, Family.ROWS, GROUP + "00000004", "own");
            assertThat(newest(session)).contains("own");
            session.rollBack();
            assertThat(newest(session)).contains("stored");

            session.delete(Family.ROWS, bytes(GROUP + "00000005"));
            assertThat(newest(session)).isEmpty();
        }
    }

    @Test
    void theNewestOfAGroupIsNoneOfALongerOne() {
        try (Session session = store.session()) {
            put(session, Family.ROWS, GROUP + "!00000001", "another");

            assertThat(newest(session)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void isWhatAMapIs(int seed) throws IOException {
        Random random = new Random(seed);
        NavigableMap<String, String> model = new TreeMap<>();
        for (int group = 0; group < 6; group++) {
            try (Session session = store.session()) {
                for (int commit = 0; commit < 12; commit++) {
                    oneCommit(session, random, model);
                    assertShows(session, model);
                }
                session.writeForced();
            }
            try (View view = store.view()) {
                assertShows(view, model);
            }
        }
    }

    private void oneCommit(Session session, Random random, NavigableMap<String, String> model) {
        NavigableMap<String, String> before = new TreeMap<>(model);
        session.mark();
        for (int write = random.nextInt(5); write > 0; write--) {
            String key = "k" + random.nextInt(20);
            if (random.nextInt(3) == 0) {
                session.delete(Family.RECLAIM, bytes(key));
                model.remove(key);
            } else {
                String value = "v" + random.nextInt(1_000);
                put(session, Family.RECLAIM, key, value);
                model.put(key, value);
            }
            // What was walked before a write shows it too.
            if (random.nextInt(4) == 0) {
                assertShows(session, model);
            }
        }
        if (random.nextInt(3) == 0) {
            session.rollBack();
            model.clear();
            model.putAll(before);
        }
    }

    private static void assertShows(Reader reader, NavigableMap<String, String> model) {
        assertThat(keys(reader, Family.RECLAIM)).isEqualTo(model);
        for (int each = 0; each < 20; each++) {
            assertThat(get(reader, Family.RECLAIM, "k" + each)).isEqualTo(model.get("k" + each));
        }
    }

    private static NavigableMap<String, String> keys(Reader reader, Family family) {
        NavigableMap<String, String> found = new TreeMap<>();
        try (Cursor cursor = reader.cursor(family, bytes("k"), bytes("l"))) {
            for (cursor.first(); cursor.valid(); cursor.next()) {
                found.put(text(cursor.key()), text(cursor.value()));
            }
        }
        return found;
    }

    private static Optional<String> newest(Session session) {
        return session.newest(Family.ROWS, bytes(GROUP)).map(found -> text(found.value()));
    }

    private @Nullable String stored(Family family, String key) {
        try (View view = store.view()) {
            return get(view, family, key);
        }
    }

    private static void put(Session session, Family family, String key, String value) {
        session.put(family, bytes(key), bytes(value));
    }

    private static @Nullable String get(Reader reader, Family family, String key) {
        byte[] value = reader.get(family, bytes(key));
        return value == null ? null : text(value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
