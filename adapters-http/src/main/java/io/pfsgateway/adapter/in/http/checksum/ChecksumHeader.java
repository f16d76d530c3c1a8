package io.pfsgateway.adapter.in.http.checksum;

import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The header that declares the value of a checksum: one for each algorithm, in trailers as in headers. */
public final class ChecksumHeader {
    /** What the names of all headers that declare a checksum begin with. */
    public static final String PREFIX = "x-amz-checksum-";

    private ChecksumHeader() {}

    /** The header's name in lower case, for example {@code x-amz-checksum-crc32}. */
    public static String name(ChecksumAlgorithm algorithm) {
        return PREFIX + algorithm.name().toLowerCase(Locale.ROOT);
    }

    /** The algorithm whose value the header declares; the header's name may be in any case. */
    public static Optional<ChecksumAlgorithm> algorithm(String headerName) {
        return Arrays.stream(ChecksumAlgorithm.values())
                .filter(each -> name(each).equalsIgnoreCase(headerName))
                .findFirst();
    }
}
