package io.pfsgateway.adapter.in.http.signature;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** The two spellings of a time in signed requests: ISO 8601 basic, and the HTTP date of the {@code Date} header. */
final class Timestamps {
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter BASIC_IN_UTC = BASIC.withZone(ZoneOffset.UTC);

    private Timestamps() {}

    /** Reads a time such as {@code 20130524T000000Z}. */
    static Optional<Instant> parseBasic(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, BASIC).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Reads a time such as {@code Fri, 24 May 2013 00:00:00 GMT}. */
    static Optional<Instant> parseHttpDate(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The same, whatever day of the week it says, which version 2's clients are known to get wrong. */
    static Optional<Instant> parseLenientHttpDate(String text) {
        return parseHttpDate(text.replaceFirst("^[A-Za-z]+, ", ""));
    }

    /** Spells a time as it is signed. */
    static String format(Instant time) {
        return BASIC_IN_UTC.format(time);
    }
}
