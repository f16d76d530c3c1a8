package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.CompleteMultipartUploadUseCase.Expected;
import io.pfsgateway.application.port.in.CompleteMultipartUploadUseCase.ExpectedChecksum;
import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.checksum.PartChecksum;
import io.pfsgateway.domain.checksum.UploadChecksum;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadPart;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The checksum of a completed object, made of those of its parts and compared with what the client expects. */
final class WholeChecksum {
    private static final String SUBJECT = "checksum";

    private WholeChecksum() {}

    /** The checksum to keep; none where the parts have none in common, unless the client expects one. */
    static Optional<ContentChecksum> of(Upload upload, List<UploadPart> parts, Expected expected) {
        Optional<UploadChecksum> kind = upload.checksum().or(() -> common(parts));
        requireKind(kind, expected);
        Optional<ContentChecksum> whole = kind.map(each -> each.ofParts(withChecksums(parts)));
        expected.checksum().ifPresent(checksum -> requireSame(checksum, whole.orElseThrow()));
        return whole;
    }

    private static Optional<UploadChecksum> common(List<UploadPart> parts) {
        Set<Optional<ChecksumAlgorithm>> algorithms = parts.stream()
                .map(part -> part.checksum().map(ContentChecksum::algorithm))
                .collect(Collectors.toSet());
        return algorithms.size() == 1
                ? algorithms.iterator().next().flatMap(UploadChecksum::unannounced)
                : Optional.empty();
    }

    private static List<PartChecksum> withChecksums(List<UploadPart> parts) {
        return parts.stream()
                .map(part -> new PartChecksum(part.checksum().orElseThrow(), part.sizeBytes()))
                .toList();
    }

    private static void requireKind(Optional<UploadChecksum> kind, Expected expected) {
        boolean otherType =
                expected.type().isPresent() && !kind.map(UploadChecksum::type).equals(expected.type());
        boolean otherAlgorithm = expected.checksum().isPresent()
                && !kind.map(UploadChecksum::algorithm)
                        .equals(expected.checksum().map(ExpectedChecksum::algorithm));
        if (otherType || otherAlgorithm) {
            throw RequestFailure.invalidRequest(
                    SUBJECT,
                    "The upload was created using "
                            + kind.map(each -> each.algorithm() + " " + each.type())
                                    .orElse("no checksum")
                            + ". The complete request must include the same algorithm and type.");
        }
    }

    private static void requireSame(ExpectedChecksum expected, ContentChecksum whole) {
        String digest = whole.value().replaceFirst("-[0-9]+$", "");
        if (!expected.text().equals(whole.value()) && !expected.text().equals(digest)) {
            throw RequestFailure.checksumMismatch(whole.algorithm().name(), expected.text());
        }
    }
}
