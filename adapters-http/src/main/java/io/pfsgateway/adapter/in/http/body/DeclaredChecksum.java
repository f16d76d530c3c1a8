package io.pfsgateway.adapter.in.http.body;

import io.pfsgateway.adapter.in.http.body.BodyProblem.Kind;
import io.pfsgateway.adapter.in.http.checksum.ChecksumHeader;
import io.pfsgateway.adapter.in.http.signature.PayloadDeclaration;
import io.pfsgateway.adapter.in.http.signature.RequestHeaders;
import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ContentChecksum;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The one checksum that an upload may declare: with its value in a header, or announced by {@code x-amz-trailer}. Two
 * of them, one of an unknown sort, and one that contradicts {@code x-amz-sdk-checksum-algorithm} are refused.
 *
 * @param inHeader the value, where a header gives it
 * @param inTrailer the algorithm, where the value is to follow
 */
record DeclaredChecksum(Optional<ContentChecksum> inHeader, Optional<ChecksumAlgorithm> inTrailer) {
    private static final DeclaredChecksum NONE = new DeclaredChecksum(Optional.empty(), Optional.empty());

    private static final String SDK_ALGORITHM = "x-amz-sdk-checksum-algorithm";

    /** Headers of the same prefix that declare no value. */
    private static final Set<String> NO_VALUES =
            Set.of("x-amz-checksum-algorithm", "x-amz-checksum-mode", "x-amz-checksum-type");

    static DeclaredChecksum of(RequestHeaders headers, PayloadDeclaration declaration, PayloadChecks checks)
            throws BodyProblem {
        List<String> announced = announced(headers);
        if (!announced.isEmpty() && !declaration.form().trailer()) {
            throw new BodyProblem(
                    Kind.MALFORMED_TRAILER,
                    "x-amz-trailer announces a trailer, but x-amz-content-sha256 declares a body without one.");
        }
        if (!checks.checksums()) {
            return ofTrailer(announced);
        }
        List<String> values = headers.names().stream()
                .filter(name -> name.startsWith(ChecksumHeader.PREFIX) && !NO_VALUES.contains(name))
                .toList();
        if (values.size() + announced.size() > 1
                || values.stream().anyMatch(name -> headers.all(name).size() > 1)) {
            throw invalid("Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
        }
        DeclaredChecksum declared = values.isEmpty() ? ofTrailer(announced) : ofHeader(values.get(0), headers);
        declared.checkAgainst(headers.first(SDK_ALGORITHM));
        return declared;
    }

    private static List<String> announced(RequestHeaders headers) {
        return headers.all("x-amz-trailer").stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty() && !name.equals(Trailer.SIGNATURE))
                .toList();
    }

    private static DeclaredChecksum ofHeader(String name, RequestHeaders headers) throws BodyProblem {
        ChecksumAlgorithm algorithm = ChecksumHeader.algorithm(name)
                .orElseThrow(() -> invalid("The algorithm type you specified in x-amz-checksum- header is invalid."));
        String text = headers.first(name).orElse("").strip();
        ContentChecksum value = ContentChecksum.parse(algorithm, text)
                .orElseThrow(
                        () -> new BodyProblem(Kind.MALFORMED_CHECKSUM, "Value for " + name + " header is invalid."));
        return new DeclaredChecksum(Optional.of(value), Optional.empty());
    }

    private static DeclaredChecksum ofTrailer(List<String> announced) throws BodyProblem {
        if (announced.size() > 1) {
            throw invalid("The value specified in the x-amz-trailer header is not supported");
        }
        if (announced.isEmpty()) {
            return NONE;
        }
        ChecksumAlgorithm algorithm = ChecksumHeader.algorithm(announced.get(0))
                .orElseThrow(() -> invalid("The value specified in the x-amz-trailer header is not supported"));
        return new DeclaredChecksum(Optional.empty(), Optional.of(algorithm));
    }

    private void checkAgainst(Optional<String> sdkAlgorithm) throws BodyProblem {
        if (sdkAlgorithm.isEmpty()) {
            return;
        }
        Optional<ChecksumAlgorithm> declared =
                inHeader.map(ContentChecksum::algorithm).or(() -> inTrailer);
        if (declared.isEmpty()) {
            throw invalid(SDK_ALGORITHM
                    + " specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.");
        }
        if (!ChecksumAlgorithm.ofName(sdkAlgorithm.get().strip()).equals(declared)) {
            throw invalid("Value for " + SDK_ALGORITHM + " header is invalid.");
        }
    }

    private static BodyProblem invalid(String message) {
        return new BodyProblem(Kind.INVALID_CHECKSUM, message);
    }
}
