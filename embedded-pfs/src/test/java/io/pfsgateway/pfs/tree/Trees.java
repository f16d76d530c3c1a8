package io.pfsgateway.pfs.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the tests of trees say often. */
final class Trees {
    static final byte[] FIRST = {};

    private Trees() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static byte[] numbered(int number) {
        return bytes("data/part-%08d".formatted(number));
    }

    static Stream<TreeChange> puts(int from, int to, String value) {
        return IntStream.range(from, to).mapToObj(i -> TreeChange.put(numbered(i), bytes(value)));
    }

    static Stream<TreeChange> removals(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> TreeChange.remove(numbered(i)));
    }

    static NavigableMap<byte[], byte[]> emptyModel() {
        return new TreeMap<>(Arrays::compareUnsigned);
    }

    static List<String> paths(PathCursor cursor, byte[] from, int most) {
        List<String> paths = new ArrayList<>();
        for (cursor.seek(from); cursor.valid() && paths.size() < most; cursor.next()) {
            paths.add(text(cursor.path()));
        }
        return paths;
    }

    static void assertHolds(PathCursor cursor, NavigableMap<byte[], byte[]> expected) {
        cursor.seek(FIRST);
        expected.forEach((path, value) -> {
            if (!cursor.valid() || !Arrays.equals(cursor.path(), path) || !Arrays.equals(cursor.value(), value)) {
                assertThat(cursor.valid()).isTrue();
                assertThat(cursor.path()).isEqualTo(path);
                assertThat(cursor.value()).isEqualTo(value);
            }
            cursor.next();
        });
        assertThat(cursor.valid()).isFalse();
    }

    /** Checks where the cursor stands after a seek to this path. */
    static void assertStandsAtOrAfter(byte[] path, PathCursor cursor, NavigableMap<byte[], byte[]> expected) {
        Map.Entry<byte[], byte[]> entry = expected.ceilingEntry(path);
        assertThat(cursor.valid()).isEqualTo(entry != null);
        if (entry != null) {
            assertThat(cursor.path()).isEqualTo(entry.getKey());
            assertThat(cursor.value()).isEqualTo(entry.getValue());
        }
    }
}
