package io.pfsgateway.adapter.in.http.body;

import io.pfsgateway.adapter.in.http.body.BodyProblem.Kind;
import io.pfsgateway.adapter.in.http.checksum.ChecksumHeader;
import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ContentChecksum;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The headers behind the last chunk. Clients differ in how they end these lines and in the blank lines between them, so
 * everything up to the body's end is read, blank lines are skipped, and a bare line feed is as good as a whole one.
 *
 * @param fields values by names in lower case
 */
record Trailer(SortedMap<String, String> fields) {
    static final String SIGNATURE = "x-amz-trailer-signature";
    static final Trailer EMPTY = new Trailer(new TreeMap<>());

    private static final int LONGEST_LINE = 1024;
    private static final int MOST_LINES = 32;

    Trailer {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /** Reads a body to its end. */
    static Trailer read(FrameReader frames) throws IOException {
        SortedMap<String, String> fields = new TreeMap<>();
        for (int count = 0; count < MOST_LINES; count++) {
            String line = frames.readLine(LONGEST_LINE);
            if (line.isEmpty()) {
                return new Trailer(fields);
            }
            if (!line.isBlank()) {
                add(fields, line);
            }
        }
        throw malformed("it is too long");
    }

    private static void add(Map<String, String> fields, String line) throws BodyProblem {
        int colon = line.indexOf(':');
        if (colon < 1 || line.length() >= LONGEST_LINE) {
            throw malformed("a line of it is no header");
        }
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        if (fields.put(name, line.substring(colon + 1).strip()) != null) {
            throw malformed("a header came twice");
        }
    }

    /** Refuses a trailer that holds anything but the checksum that was announced, or that does not hold it. */
    void checkAnnounced(Optional<ChecksumAlgorithm> announced) throws BodyProblem {
        Optional<String> expected = announced.map(ChecksumHeader::name);
        for (String name : fields.keySet()) {
            if (!name.equals(SIGNATURE) && !Optional.of(name).equals(expected)) {
                throw malformed("it holds a header that x-amz-trailer does not announce");
            }
        }
        if (expected.isPresent() && !fields.containsKey(expected.get())) {
            throw new BodyProblem(
                    Kind.MISSING_TRAILER, "The trailer lacks what x-amz-trailer announces: " + expected.get());
        }
    }

    /** The value of an announced checksum. */
    ContentChecksum checksum(ChecksumAlgorithm algorithm) throws BodyProblem {
        String name = ChecksumHeader.name(algorithm);
        return ContentChecksum.parse(algorithm, fields.getOrDefault(name, ""))
                .orElseThrow(() ->
                        new BodyProblem(Kind.MALFORMED_CHECKSUM, "Value for " + name + " trailing header is invalid."));
    }

    /** Whether nothing came, not even a signature. */
    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** The signature of the rest, where there is one. */
    Optional<String> signature() {
        return Optional.ofNullable(fields.get(SIGNATURE));
    }

    /** The headers as they are signed. */
    String canonical() {
        StringBuilder canonical = new StringBuilder();
        fields.forEach((name, value) -> {
            if (!name.equals(SIGNATURE)) {
                canonical.append(name).append(':').append(value).append('\n');
            }
        });
        return canonical.toString();
    }

    private static BodyProblem malformed(String how) {
        return new BodyProblem(
                Kind.MALFORMED_TRAILER,
                "The request contained trailing data that was not well-formed or did not conform to our published"
                        + " schema: " + how + ".");
    }
}
