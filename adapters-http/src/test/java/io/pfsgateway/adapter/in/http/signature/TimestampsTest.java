package io.pfsgateway.adapter.in.http.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    private static final DateTimeFormatter PLATFORM =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Test
    void readsAndWritesEveryTimeAsTheFormatterOfThePlatformDoes() {
        Random random = new Random(11);
        for (int turn = 0; turn < 10_000; turn++) {
            Instant time = Instant.ofEpochSecond(random.nextLong(-62_135_596_800L, 253_402_300_800L));
            String text = PLATFORM.format(time);
            assertThat(Timestamps.format(time)).isEqualTo(text);
            assertThat(Timestamps.parseBasic(text)).contains(time);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "20130524T000000",
                "20130524T000000z",
                "20130524 000000Z",
                "2013-5-4T000000Z",
                "20130229T000000Z",
                "20131301T000000Z",
                "20130524T240000Z",
                "20130524T000060Z",
                "+0130524T000000Z",
                "٢0130524T000000Z",
                "20130524T000000ZZ",
            })
    void readsNoOtherText(String text) {
        assertThat(Timestamps.parseBasic(text)).isEmpty();
    }
}
