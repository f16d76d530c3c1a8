package io.pfsgateway.adapter.in.http.signature;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The two spellings of a time in signed requests: ISO 8601 basic, and the HTTP date of the {@code Date} header. */
final class Timestamps {
    private static final int BASIC_LENGTH = 16;

    private Timestamps() {}

    /** Reads a time such as {@code 20130524T000000Z}. Without a formatter, since each signed request has one. */
    static Optional<Instant> parseBasic(String text) {
        if (text.length() != BASIC_LENGTH || text.charAt(8) != 'T' || text.charAt(15) != 'Z') {
            return Optional.empty();
        }
        try {
            LocalDateTime time = LocalDateTime.of(
                    number(text, 0, 4),
                    number(text, 4, 6),
                    number(text, 6, 8),
                    number(text, 9, 11),
                    number(text, 11, 13),
                    number(text, 13, 15));
            return Optional.of(time.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The number in a stretch of digits; negative, which no part of a time is, where there is anything else. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            char digit = text.charAt(at);
            if (digit < '0' || digit > '9') {
                return Integer.MIN_VALUE;
            }
            number = 10 * number + digit - '0';
        }
        return number;
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

    /** Spells a time as it is signed. Without a formatter too. */
    static String format(Instant time) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(BASIC_LENGTH);
        append(text, utc.getYear(), 4);
        append(text, utc.getMonthValue(), 2);
        append(text, utc.getDayOfMonth(), 2);
        text.append('T');
        append(text, utc.getHour(), 2);
        append(text, utc.getMinute(), 2);
        append(text, utc.getSecond(), 2);
        return text.append('Z').toString();
    }

    private static void append(StringBuilder text, int number, int digits) {
        String plain = Integer.toString(number);
        text.append("0".repeat(Math.max(0, digits - plain.length()))).append(plain);
    }
}
