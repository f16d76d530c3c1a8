package io.pfsgateway.adapter.in.http.header;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Dates as HTTP has them: one form that is written, three that are read.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-date-time-formats">RFC 9110, 5.6.7</a>
 */
public final class HttpDates {
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final int WRITTEN_LENGTH = 29;
    private static final DateTimeFormatter RFC_850 = new DateTimeFormatterBuilder()
            .appendPattern("EEEE, dd-MMM-")
            .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
            .appendPattern(" HH:mm:ss 'GMT'")
            .toFormatter(Locale.US)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter ASCTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.US).withZone(ZoneOffset.UTC);
    private static final List<DateTimeFormatter> READ =
            List.of(DateTimeFormatter.RFC_1123_DATE_TIME, RFC_850, ASCTIME, DateTimeFormatter.ISO_DATE_TIME);

    private HttpDates() {}

    /** A date such as {@code Fri, 24 May 2013 00:00:00 GMT}. */
    public static String format(Instant time) {
        // Without a formatter, since each answer with an object has one.
        LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(WRITTEN_LENGTH);
        text.append(DAYS.get(utc.getDayOfWeek().getValue() - 1)).append(", ");
        append(text, utc.getDayOfMonth(), ' ');
        text.append(MONTHS.get(utc.getMonthValue() - 1)).append(' ');
        text.append(utc.getYear()).append(' ');
        append(text, utc.getHour(), ':');
        append(text, utc.getMinute(), ':');
        append(text, utc.getSecond(), ' ');
        return text.append("GMT").toString();
    }

    private static void append(StringBuilder text, int twoDigits, char then) {
        if (twoDigits < 10) {
            text.append('0');
        }
        text.append(twoDigits).append(then);
    }

    /** The date that a text is, in any of HTTP's forms or in ISO 8601; empty when it is none. */
    public static Optional<Instant> parse(String text) {
        return READ.stream()
                .flatMap(format -> parse(format, text.strip()).stream())
                .findFirst();
    }

    private static Optional<Instant> parse(DateTimeFormatter format, String text) {
        try {
            return Optional.of(Instant.from(format.parse(text)));
        } catch (DateTimeException otherForm) {
            return Optional.empty();
        }
    }
}
