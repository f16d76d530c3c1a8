package io.pfsgateway.adapter.in.http.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 06 Nov 1994 08:49:37 GMT",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994",
                "1994-11-06T08:49:37Z",
            })
    void readsDatesInEachOfTheirForms(String text) {
        assertThat(HttpDates.parse(text)).contains(Instant.parse("1994-11-06T08:49:37Z"));
    }

    @Test
    void writesDatesInOneForm() {
        assertThat(HttpDates.format(Instant.parse("1994-11-06T08:49:37.9Z")))
                .isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
        assertThat(HttpDates.parse("tomorrow")).isEmpty();
    }

    @Test
    void writesEveryDateAsTheFormatterOfThePlatformDoes() {
        DateTimeFormatter platform = DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
                .withZone(ZoneOffset.UTC);
        Random random = new Random(7);
        for (int turn = 0; turn < 10_000; turn++) {
            Instant time = Instant.ofEpochSecond(random.nextLong(4_102_444_800L), random.nextInt(1_000_000_000));
            assertThat(HttpDates.format(time)).isEqualTo(platform.format(time));
        }
    }

    @ParameterizedTest
    @CsvSource({"'\"a\", W/\"b\",c', a b c", "'\"a\"', a", "a, a"})
    void readsTagsInAnyDress(String header, String tags) {
        assertThat(EntityTags.parse(header).tags()).containsExactlyInAnyOrder(tags.split(" ", -1));
        assertThat(EntityTags.parse(header).any()).isFalse();
    }

    @Test
    void readsAStarAsAnyTag() {
        assertThat(EntityTags.parse(" * ").any()).isTrue();
    }
}
