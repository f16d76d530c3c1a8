package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.file.FilePart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table of parts as its column holds it: a line of ASCII for each part, with its size and, where it has one, its checksum's
 * algorithm and value. The longest table, of 10,000 parts, stays below the mebibyte that H2 allows a column.
 */
final class PartsColumn {
    private static final char BETWEEN = ' ';

    private PartsColumn() {}

    /** The column's value; null for no parts. */
    static byte @Nullable [] of(List<FilePart> parts) {
        return parts.isEmpty()
                ? null
                : parts.stream()
                        .map(PartsColumn::line)
                        .collect(Collectors.joining("\n"))
                        .getBytes(StandardCharsets.US_ASCII);
    }

    private static String line(FilePart part) {
        return part.sizeBytes()
                + part.checksum()
                        .map(checksum -> "" + BETWEEN + checksum.algorithm() + BETWEEN + checksum.value())
                        .orElse("");
    }

    static List<FilePart> toParts(byte @Nullable [] column) {
        return column == null
                ? List.of()
                : new String(column, StandardCharsets.US_ASCII)
                        .lines()
                        .map(PartsColumn::part)
                        .toList();
    }

    private static FilePart part(String line) {
        String[] words = line.split("" + BETWEEN, -1);
        Optional<ContentChecksum> checksum = words.length == 1
                ? Optional.empty()
                : Optional.of(new ContentChecksum(ChecksumAlgorithm.valueOf(words[1]), words[2]));
        return new FilePart(Long.parseLong(words[0]), checksum);
    }
}
