package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.CompleteMultipartUploadUseCase.ListedPart;
import io.pfsgateway.application.port.out.PartSource;
import io.pfsgateway.application.port.out.RegisteredPart;
import io.pfsgateway.domain.failure.UploadFailure;
import io.pfsgateway.domain.upload.PartNumber;
import io.pfsgateway.domain.upload.UploadId;
import io.pfsgateway.domain.upload.UploadPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parts of an upload that a client lists, found among those that there are, and in the order that S3 asks for. */
record ChosenParts(List<RegisteredPart> parts) {
    static ChosenParts of(UploadId id, List<ListedPart> listed, List<RegisteredPart> registered) {
        requireAscending(id, listed);
        Map<PartNumber, RegisteredPart> byNumber = new HashMap<>();
        registered.forEach(part -> byNumber.put(part.part().number(), part));
        List<RegisteredPart> chosen = new ArrayList<>();
        for (ListedPart part : listed) {
            RegisteredPart found = byNumber.get(part.number());
            if (found == null || !isSame(part, found.part())) {
                throw UploadFailure.invalidPart(id.value(), part.number().value());
            }
            chosen.add(found);
        }
        requireLarge(id, chosen);
        return new ChosenParts(List.copyOf(chosen));
    }

    private static void requireAscending(UploadId id, List<ListedPart> listed) {
        for (int at = 1; at < listed.size(); at++) {
            if (listed.get(at - 1).number().compareTo(listed.get(at).number()) >= 0) {
                throw UploadFailure.invalidPartOrder(id.value());
            }
        }
    }

    private static boolean isSame(ListedPart listed, UploadPart part) {
        return listed.etag().map(part.etag()::equals).orElse(true)
                && listed.checksums().stream()
                        .allMatch(checksum ->
                                part.checksum().map(checksum::equals).orElse(false));
    }

    private static void requireLarge(UploadId id, List<RegisteredPart> chosen) {
        for (RegisteredPart each : chosen.subList(0, Math.max(0, chosen.size() - 1))) {
            if (each.part().sizeBytes() < UploadPart.MIN_SIZE_BYTES) {
                throw UploadFailure.partTooSmall(
                        id.value(), each.part().number().value());
            }
        }
    }

    /** What the file is to be made of. */
    List<PartSource> sources() {
        return parts.stream()
                .map(each -> new PartSource(each.content(), each.part().checksum()))
                .toList();
    }

    long sizeBytes() {
        return parts.stream().mapToLong(each -> each.part().sizeBytes()).sum();
    }
}
