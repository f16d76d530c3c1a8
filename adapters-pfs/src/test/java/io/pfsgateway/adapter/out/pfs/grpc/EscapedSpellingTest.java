package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.domain.file.ObjectKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the escape promises, on cases to be read, on all short keys of the characters that matter, and on keys from a seed. */
class EscapedSpellingTest {
    /** Of each kind of character one, those that stand for others and their neighbours, and pieces that look like an escape. */
    private static final List<String> LETTERS = List.of(" ", "~", "/", ".", "z", "{", "|", "!", "\u0001", "é", "5");

    private static final List<String> PIECES = List.of(
            "\u0000",
            "\u0001",
            "\u001f",
            " ",
            "  ",
            "!",
            "\"",
            "'",
            "(",
            ")",
            "*",
            "+",
            ",",
            "-",
            ".",
            "..",
            "/",
            "//",
            "0",
            "1",
            "2",
            "3",
            "4",
            "5",
            "6",
            "00",
            "01",
            "1f",
            ">",
            "?",
            "@",
            "A",
            "Z",
            "[",
            "\\",
            "]",
            "^",
            "_",
            "a",
            "z",
            "{",
            "|",
            "}",
            "~",
            "~~",
            "~~0",
            "~~300e9",
            "~~5",
            "\u007f",
            "\u0080",
            "é",
            "日",
            "\ud7ff",
            "\ue000",
            "\uffff",
            "\ud800\udc00",
            "\udbff\udfff",
            ".~~5/",
            " ~~5",
            "  2",
            "  4",
            "  01",
            "name");

    /** What pachd's own check of paths takes, and its cleaning leaves alone. */
    private static final Pattern HELD =
            Pattern.compile("(?:(?!\\.{0,2}(?:/|$))[ -~&&[^/\\\\*?\\[\\]{}!()@+^]]+(?:/(?!$)|$))+");

    private static final int KEYS = 20_000;

    private final Spelling spelling = new EscapedSpelling();

    private static String randomKey(Random random) {
        StringBuilder key = new StringBuilder();
        for (int left = 1 + random.nextInt(6); left > 0; left--) {
            key.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return key.toString();
    }

    private static List<String> randomKeys(long seed) {
        Random random = new Random(seed);
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < KEYS; i++) {
            keys.add(randomKey(random));
        }
        return keys;
    }

    private static List<String> shortKeys() {
        List<String> keys = new ArrayList<>(LETTERS);
        for (int from = 0, length = 2; length <= 4; length++) {
            int end = keys.size();
            for (; from < end; from++) {
                for (String letter : LETTERS) {
                    keys.add(keys.get(from) + letter);
                }
            }
        }
        return keys;
    }

    private void assertHolds(List<String> keys) {
        List<String> ordered =
                keys.stream().distinct().sorted(ObjectKey::compareUtf8).toList();
        String last = "";
        for (String key : ordered) {
            String path = spelling.spell(key);
            assertThat(spelling.read(path)).as("%s as %s", key, path).contains(key);
            assertThat(path).as(key).matches(HELD);
            // Strictly: so no two are alike either.
            assertThat(path.compareTo(last))
                    .as("%s as %s behind %s", key, path, last)
                    .isPositive();
            last = path;
        }
    }

    @Test
    void keepsAllShortKeysApartAndInTheirOrder() {
        assertHolds(shortKeys());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void keepsRandomKeysApartAndInTheirOrder(long seed) {
        assertHolds(randomKeys(seed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "a b/c", " a", "\"#$%&',-.:;<=>_`|~", "quiz~", "..a", "a.", "x/...", "My File (1)x", "a /b"
            })
    void leavesAKeyAloneThatNeedsNoEscape(String key) {
        String plain = key.replaceAll("[()]", "");
        assertThat(spelling.spell(plain)).isEqualTo(plain);
        assertThat(spelling.read(plain)).contains(plain);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "café/menü.txt,caf~~300e9/men~~300fc.txt",
                "a+b,a'~~8b",
                "photo (1).jpg,photo '~~51'~~6.jpg",
                "日本,~~365e5~~3672c",
                "\ud83d\ude00,~~401f600",
                "dir/,dir/ ",
                "a//b,a/.~~5/b",
                "/,.~~5/ ",
                "..,.. ",
                "x/../y,x/...~~5/y",
                "two  spaces,two  4spaces",
                "end ,end  2",
                "tilde~~s,tilde~~0s"
            })
    void writesTheRestAsTheDocumentsSay(String key, String path) {
        assertThat(spelling.spell(key)).isEqualTo(path);
        assertThat(spelling.read(path)).contains(key);
    }

    /** A file beside a directory of its name is refused by pachd: the escape must not make such neighbours. */
    @Test
    void putsAFileAboveAnotherOnlyWhereItsKeyIs() {
        List<String> keys = new ArrayList<>(shortKeys());
        keys.addAll(randomKeys(9));
        keys.sort(Comparator.comparing(spelling::spell));
        var paths = new java.util.HashMap<String, String>();
        keys.forEach(key -> paths.put(spelling.spell(key), key));
        paths.forEach((path, key) -> {
            for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
                Optional.ofNullable(paths.get(path.substring(0, slash)))
                        .ifPresent(above -> assertThat(key).startsWith(above + "/"));
            }
        });
    }

    @Test
    void standsForAnyTextAmongThePaths() {
        List<String> keys = randomKeys(10);
        KeyPaths paths = KeyPaths.escaped();
        for (String prefix : randomKeys(11).subList(0, 300)) {
            String from = paths.bound(prefix);
            String to = paths.boundBehindAll(prefix);
            for (String key : keys.subList(0, 2_000)) {
                String path = paths.bound(key);
                boolean isWithin = ObjectKey.compareUtf8(path, from) >= 0 && ObjectKey.compareUtf8(path, to) <= 0;
                assertThat(isWithin).as("%s in %s", key, prefix).isEqualTo(key.startsWith(prefix));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void takesNoPathForTwoKeys(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < KEYS; i++) {
            String path = randomKey(random);
            KeyPaths.escaped()
                    .key("/" + path)
                    .ifPresent(key -> assertThat(KeyPaths.escaped().of(key)).isEqualTo("/" + path));
        }
    }
}
