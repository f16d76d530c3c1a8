package io.pfsgateway.adapter.in.http.body;

import io.pfsgateway.adapter.in.http.body.BodyProblem.Kind;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The line before a chunk: {@code 10000;chunk-signature=ad80…}.
 *
 * @param size how many bytes follow; 0 at the end
 * @param signature the chunk's signature, where it has one
 */
record ChunkHeader(long size, Optional<String> signature) {
    static final int LONGEST_LINE = 1024;

    // Fifteen digits can never overflow, and no content is ever that long.
    private static final Pattern SIZE = Pattern.compile("[0-9a-fA-F]{1,15}");
    private static final String SIGNATURE = "chunk-signature=";

    static ChunkHeader parse(String line) throws BodyProblem {
        if (!line.endsWith("\r\n")) {
            // What still could have become a header was cut off by the end of the body.
            throw line.endsWith("\n") || line.length() >= LONGEST_LINE ? malformed() : BodyProblem.incomplete();
        }
        // One that is not at the end was put in for a line feed: what follows it was a line of its own.
        if (line.indexOf('\r') != line.length() - 2) {
            throw malformed();
        }
        String[] parts = line.split(";", -1);
        String size = parts[0].strip();
        if (!SIZE.matcher(size).matches()) {
            throw malformed();
        }
        Optional<String> signature = Arrays.stream(parts)
                .skip(1)
                .map(String::strip)
                .filter(part -> part.startsWith(SIGNATURE))
                .map(part -> part.substring(SIGNATURE.length()))
                .findFirst();
        return new ChunkHeader(Long.parseLong(size, 16), signature);
    }

    private static BodyProblem malformed() {
        return new BodyProblem(Kind.MALFORMED_CHUNK, "The chunk's size line cannot be read.");
    }
}
