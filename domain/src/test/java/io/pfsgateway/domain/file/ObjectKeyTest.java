package io.pfsgateway.domain.file;

import static io.pfsgateway.domain.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.domain.failure.FailureKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ObjectKeyTest {
    private static final List<String> PIECES = List.of(
            "",
            "a",
            "b",
            "/",
            "\u0001",
            "\u007f",
            "\u0080",
            "é",
            "\u07ff",
            "\u0800",
            "日",
            "\ud7ff",
            "\ue000",
            "\uffff",
            "\ud800\udc00",
            "\ud83d\ude00",
            "\udbff\udfff");

    @Test
    void isAtLeastOneByteAndAtMost1024() {
        assertThat(new ObjectKey("k".repeat(1024)).utf8()).hasSize(1024);
        assertThat(new ObjectKey("é".repeat(512)).utf8()).hasSize(1024);
        assertRefused(FailureKind.KEY_EMPTY, () -> new ObjectKey(""));
        assertRefused(FailureKind.KEY_TOO_LONG, () -> new ObjectKey("k".repeat(1025)));
        assertRefused(FailureKind.KEY_TOO_LONG, () -> new ObjectKey("é".repeat(512) + "k"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "a\udc00b", "\udc00\ud800"})
    void isTextThatUtf8CanWrite(String text) {
        assertRefused(FailureKind.KEY_NOT_REPRESENTABLE, () -> new ObjectKey(text));
    }

    @Test
    void standsInTheOrderOfItsBytes() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            String left = anyText(random);
            String right = anyText(random);
            int expected = Arrays.compareUnsigned(
                    left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
            assertThat(Integer.signum(ObjectKey.compareUtf8(left, right)))
                    .as("%s and %s", left, right)
                    .isEqualTo(Integer.signum(expected));
        }
    }

    private static String anyText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    @Test
    void hasTheFormOfADirectoryMarkerWhenItEndsInASlash() {
        assertThat(new ObjectKey("a/").isDirectory()).isTrue();
        assertThat(new ObjectKey("/a").isDirectory()).isFalse();
    }
}
