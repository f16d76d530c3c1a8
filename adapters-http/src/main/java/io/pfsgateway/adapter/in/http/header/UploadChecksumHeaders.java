package io.pfsgateway.adapter.in.http.header;

import io.pfsgateway.adapter.in.http.checksum.ChecksumHeader;
import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.error.S3Refusal;
import io.pfsgateway.adapter.in.http.exchange.Answer.Header;
import io.pfsgateway.adapter.in.http.exchange.S3Request;
import io.pfsgateway.application.port.in.CompleteMultipartUploadUseCase.Expected;
import io.pfsgateway.application.port.in.CompleteMultipartUploadUseCase.ExpectedChecksum;
import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ChecksumType;
import io.pfsgateway.domain.checksum.UploadChecksum;
import io.pfsgateway.domain.text.Decimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What headers say of the checksum of an object that comes in parts: announced when its upload begins, expected when it ends.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html">Multipart checksums</a>
 */
public final class UploadChecksumHeaders {
    private static final String ALGORITHM = "x-amz-checksum-algorithm";
    private static final String TYPE = "x-amz-checksum-type";
    private static final String SIZE = "x-amz-mp-object-size";
    private static final Set<String> NO_VALUES = Set.of(ALGORITHM, TYPE, "x-amz-checksum-mode");

    private UploadChecksumHeaders() {}

    /** The checksum that an upload's parts are to have, if it is announced. */
    public static Optional<UploadChecksum> announced(S3Request request) {
        Optional<ChecksumAlgorithm> algorithm = request.nonEmptyHeader(ALGORITHM)
                .map(name -> ChecksumAlgorithm.ofName(name).orElseThrow(UploadChecksumHeaders::unsupported));
        Optional<ChecksumType> type = type(request);
        if (type.isPresent() && algorithm.isEmpty()) {
            throw invalid("The " + TYPE + " header can only be used with the " + ALGORITHM + " header.");
        }
        return algorithm.map(each -> UploadChecksum.of(each, type));
    }

    /** The headers that tell a client what it has announced, defaults among them. */
    public static List<Header> echo(UploadChecksum checksum) {
        return List.of(
                new Header(ALGORITHM, checksum.algorithm().name()),
                new Header(TYPE, checksum.type().name()));
    }

    /** What is expected of the object when its upload ends. A checksum is not looked at here, so that it can be compared. */
    public static Expected expected(S3Request request) {
        List<String> names = request.headers().names().stream()
                .filter(name -> name.startsWith(ChecksumHeader.PREFIX) && !NO_VALUES.contains(name))
                .toList();
        if (names.size() > 1) {
            throw invalid("Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
        }
        Optional<ExpectedChecksum> checksum = names.stream()
                .findFirst()
                .map(name -> new ExpectedChecksum(
                        ChecksumHeader.algorithm(name).orElseThrow(UploadChecksumHeaders::unsupported),
                        request.header(name).orElse("")));
        return new Expected(checksum, type(request), size(request));
    }

    private static Optional<ChecksumType> type(S3Request request) {
        Optional<String> text = request.nonEmptyHeader(TYPE);
        return text.map(name -> Arrays.stream(ChecksumType.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> invalid("Value for " + TYPE + " header is invalid.")));
    }

    private static OptionalLong size(S3Request request) {
        Optional<String> text = request.nonEmptyHeader(SIZE);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!Decimal.matches(text.get(), Decimal.MOST_DIGITS)) {
            throw invalid("Value for " + SIZE + " header is invalid.");
        }
        return OptionalLong.of(Long.parseLong(text.get()));
    }

    private static S3Refusal unsupported() {
        return invalid("Checksum algorithm provided is unsupported. Please try again with any of the valid types: "
                + Arrays.toString(ChecksumAlgorithm.values()));
    }

    private static S3Refusal invalid(String message) {
        return S3Error.of(S3ErrorCode.INVALID_REQUEST, message).refusal();
    }
}
