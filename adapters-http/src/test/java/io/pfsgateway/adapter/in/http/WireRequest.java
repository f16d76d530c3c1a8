package io.pfsgateway.adapter.in.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A request as it goes over the wire, that knows of each of its bytes what it is, and so which bits can be altered. */
record WireRequest(String name, List<Piece> pieces) {
    /** What a stretch of a request is. */
    enum Part {
        METHOD,
        PATH,
        QUERY,
        HEADER_NAME,
        HEADER_VALUE,
        HOST,
        BODY,
        CHUNK_SIZE,
        CHUNK_FRAME,
        TRAILER_NAME,
        TRAILER_VALUE,
        TRAILER_END,
        /** The version of HTTP, the ends of its lines, and headers that this form of signature leaves out. */
        UNSIGNED
    }

    /** A stretch of it, one character a byte. */
    record Piece(Part part, String text) {}

    WireRequest {
        pieces = List.copyOf(pieces);
    }

    static final class Draft {
        private final List<Piece> pieces = new ArrayList<>();

        Draft add(Part part, String text) {
            pieces.add(new Piece(part, text));
            return this;
        }

        Draft line(String method, String path, String query) {
            add(Part.METHOD, method).add(Part.UNSIGNED, " ").add(Part.PATH, path);
            if (!query.isEmpty()) {
                add(Part.UNSIGNED, "?").add(Part.QUERY, query);
            }
            return add(Part.UNSIGNED, " HTTP/1.1\r\n");
        }

        /** Header lines, each ended, all of them signed. */
        Draft headers(String lines) {
            lines.lines().forEach(line -> {
                int colon = line.indexOf(':');
                add(Part.HEADER_NAME, line.substring(0, colon))
                        .add(line.startsWith("host:") ? Part.HOST : Part.HEADER_VALUE, line.substring(colon))
                        .add(Part.UNSIGNED, "\r\n");
            });
            return this;
        }

        Draft unsignedHeader(String name, String value) {
            return add(Part.UNSIGNED, name + ": " + value + "\r\n");
        }

        Draft endOfHeaders() {
            return add(Part.UNSIGNED, "\r\n");
        }

        WireRequest named(String name) {
            return new WireRequest(name, pieces);
        }
    }

    String text() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    int bits() {
        return 8 * text().length();
    }

    /** The request with one bit the other way round. */
    String flipped(int bit) {
        byte[] bytes = text().getBytes(StandardCharsets.ISO_8859_1);
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Where a bit lies, for people. */
    String describe(int bit) {
        return name + ", bit " + bit % 8 + " of '" + text().charAt(bit / 8) + "' in " + at(bit).part() + " (byte "
                + bit / 8 + ")";
    }

    /** Why flipping a bit leaves what the request means as it was, or nothing when it must be refused. */
    Optional<String> leavesTheMeaning(int bit) {
        char was = text().charAt(bit / 8);
        boolean otherCase = bit % 8 == 5 && Character.isLetter(was);
        return switch (at(bit).part()) {
            case UNSIGNED -> Optional.of("nobody signs it");
            case HEADER_NAME, TRAILER_NAME -> reason(otherCase, "names of headers have no case");
            case HOST -> reason(otherCase, "names of hosts have no case");
            case PATH, QUERY ->
                isInEscape(bit / 8)
                        ? reason(otherCase, "digits of an escape have no case, and are signed in one")
                        : reason(
                                otherCase && isInNameOfSignature(bit / 8),
                                "the signature's own parameter is not signed, and its name has no case");
            case CHUNK_SIZE -> reason(otherCase, "digits of a size have no case");
            case TRAILER_END ->
                reason(
                        Character.isWhitespace(flipped(bit).charAt(bit / 8)),
                        "blanks behind a trailer's line are folded");
            case METHOD, HEADER_VALUE, BODY, CHUNK_FRAME, TRAILER_VALUE -> Optional.empty();
        };
    }

    private static Optional<String> reason(boolean holds, String reason) {
        return holds ? Optional.of(reason) : Optional.empty();
    }

    private boolean isInEscape(int at) {
        return text().charAt(at - 1) == '%' || text().charAt(at - 2) == '%';
    }

    private boolean isInNameOfSignature(int at) {
        int name = text().indexOf("X-Amz-Signature=");
        return name >= 0 && name <= at && at < name + "X-Amz-Signature".length();
    }

    Piece at(int bit) {
        int left = bit / 8;
        for (Piece piece : pieces) {
            if (left < piece.text().length()) {
                return piece;
            }
            left -= piece.text().length();
        }
        throw new IllegalArgumentException("there is no bit " + bit);
    }
}
