package io.pfsgateway.domain.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.RequestFailure;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTest {
    private static void assertRefused(ThrowingCallable call) {
        RequestFailure failure = catchThrowableOfType(RequestFailure.class, call);
        assertThat(failure).isNotNull();
        assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_TAG);
    }

    private static List<Tag> tags(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Tag("k" + i, "")).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u00e4 \u4e2d", "9_.:/=+-@", "awsome", "AW S:"})
    void takeLettersDigitsSpacesAndAFewMore(String text) {
        assertThat(new Tag(text, text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "aws:x", "AWS:x", "<", "a&b", "tab\t", "\ud83d\ude00"})
    void refuseNamesThatCannotBe(String name) {
        assertRefused(() -> new Tag(name, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", "\"", "new\nline"})
    void refuseValuesThatCannotBe(String value) {
        assertRefused(() -> new Tag("name", value));
    }

    @Test
    void countCharactersAndNotTheirPieces() {
        String wide = "\ud835\udc00"; // a letter of two pieces
        assertThat(new Tag(wide.repeat(128), wide.repeat(256)).name()).hasSize(256);
        assertRefused(() -> new Tag("n".repeat(129), ""));
        assertRefused(() -> new Tag("n", "v".repeat(257)));
    }

    @Test
    void areTenOfAnObjectAndFiftyOfABucketAtMost() {
        assertThat(Tags.ofObject(tags(10)).values()).hasSize(10);
        assertRefused(() -> Tags.ofObject(tags(11)));
        assertThat(Tags.ofBucket(tags(50)).values()).hasSize(50);
        assertRefused(() -> Tags.ofBucket(tags(51)));
    }

    @Test
    void haveNoNameTwiceButTellCapitalsApart() {
        assertRefused(() -> Tags.ofObject(List.of(new Tag("a", "1"), new Tag("a", "1"))));
        assertThat(Tags.ofObject(List.of(new Tag("b", "1"), new Tag("B", "2"))).values())
                .containsOnlyKeys("B", "b");
    }
}
