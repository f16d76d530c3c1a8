package io.pfsgateway.adapter.in.http.accesslog;

import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.observation.RequestDetails.RequestLine;
import io.pfsgateway.adapter.in.http.observation.RequestDetails.Tls;
import io.pfsgateway.adapter.in.http.xml.OwnerXml;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** The fields of a line in their order, all of visible ASCII. Used by one thread at a time. */
final class LineFormat {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();
    private static final String NOT_IN_URIS = "\"\\";
    private static final String IN_KEYS = "-._~/";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "'['dd/MMM/yyyy:HH:mm:ss '+0000]'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final long SECOND_MILLIS = 1_000;

    private long lastSecond = Long.MIN_VALUE;
    private String lastTime = "";

    /** Appends the line of a request, with its end. */
    void append(LogEntry entry, StringBuilder line) {
        LogEntry.Subject subject = entry.subject();
        line.append(OwnerXml.ID).append(' ');
        key(line, subject.target().flatMap(target -> target.bucket()));
        line.append(time(entry.receivedMillis())).append(' ');
        word(line, Optional.of(entry.asker().address()));
        key(line, entry.asker().requester());
        line.append(subject.requestId()).append(' ');
        word(line, Optional.of(subject.operation()));
        key(line, subject.target().flatMap(target -> target.key()));
        requestLine(line, subject.line());
        outcome(line, entry.outcome());
        quoted(line, entry.asker().referer());
        quoted(line, entry.asker().userAgent());
        word(line, entry.outcome().versionId());
        line.append(subject.requestId()).append(' ');
        connection(line, entry.asker());
        // No access points, no lists of rights, no regions.
        line.append("- - -\n");
    }

    private static void requestLine(StringBuilder line, RequestLine asked) {
        line.append('"');
        visible(line, asked.method(), false);
        line.append(' ');
        visible(line, asked.target(), false);
        line.append(' ');
        visible(line, asked.protocol(), false);
        line.append("\" ");
    }

    private static void outcome(StringBuilder line, LogEntry.Outcome outcome) {
        line.append(outcome.status()).append(' ');
        word(line, outcome.error().map(S3ErrorCode::code));
        long sent = outcome.sentBytes();
        number(line, sent == 0 ? OptionalLong.empty() : OptionalLong.of(sent));
        number(line, outcome.objectBytes());
        line.append(millis(outcome.nanos())).append(' ');
        OptionalLong turnAround = outcome.nanosToAnswer();
        number(line, turnAround.isPresent() ? OptionalLong.of(millis(turnAround.getAsLong())) : turnAround);
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    private static void connection(StringBuilder line, LogEntry.Asker asker) {
        line.append(asker.signature().version()).append(' ');
        word(line, asker.tls().map(Tls::cipherSuite));
        line.append(asker.signature().place()).append(' ');
        word(line, asker.host());
        word(line, asker.tls().map(Tls::version));
    }

    private String time(long millis) {
        long second = Math.floorDiv(millis, SECOND_MILLIS);
        if (second != lastSecond) {
            lastSecond = second;
            lastTime = TIME.format(Instant.ofEpochSecond(second));
        }
        return lastTime;
    }

    private static void number(StringBuilder line, OptionalLong number) {
        if (number.isPresent()) {
            line.append(number.getAsLong()).append(' ');
        } else {
            line.append("- ");
        }
    }

    /** A name, percent-encoded as S3 does it. */
    private static void key(StringBuilder line, Optional<String> text) {
        if (text.isEmpty() || text.get().isEmpty()) {
            line.append("- ");
            return;
        }
        for (byte each : text.get().getBytes(StandardCharsets.UTF_8)) {
            int character = each & 0xff;
            boolean kept =
                    character < 0x80 && (Character.isLetterOrDigit(character) || IN_KEYS.indexOf(character) >= 0);
            append(line, character, kept);
        }
        line.append(' ');
    }

    private static void word(StringBuilder line, Optional<String> text) {
        if (text.isEmpty() || text.get().isEmpty()) {
            line.append('-');
        } else {
            visible(line, text.get(), false);
        }
        line.append(' ');
    }

    private static void quoted(StringBuilder line, Optional<String> text) {
        line.append('"');
        visible(line, text.filter(value -> !value.isEmpty()).orElse("-"), true);
        line.append("\" ");
    }

    /** As it came, with all that could end a field or a line percent-encoded. */
    private static void visible(StringBuilder line, String text, boolean spacesStay) {
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            int character = each & 0xff;
            boolean kept = character > ' ' && character < 0x7f && NOT_IN_URIS.indexOf(character) < 0;
            append(line, character, kept || (spacesStay && character == ' '));
        }
    }

    private static void append(StringBuilder line, int character, boolean kept) {
        if (kept) {
            line.append((char) character);
        } else {
            line.append('%').append(HEX[character >> 4]).append(HEX[character & 15]);
        }
    }
}
