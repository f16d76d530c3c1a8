package io.pfsgateway.adapter.in.http.xml;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import io.pfsgateway.application.port.in.CompleteMultipartUploadUseCase.ListedPart;
import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.failure.UploadFailure;
import io.pfsgateway.domain.file.EntityTag;
import io.pfsgateway.domain.upload.PartNumber;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The payload of CompleteMultipartUpload: 1 to 10,000 parts, each with a number.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html">CompleteMultipartUpload</a>
 */
public record CompleteMultipartUploadXml(
        @JsonProperty("Part") @JacksonXmlElementWrapper(useWrapping = false)
        List<PartXml> parts) {
    public CompleteMultipartUploadXml {
        parts = parts == null ? List.of() : List.copyOf(parts);
        if (parts.isEmpty() || parts.size() > PartNumber.MAX) {
            throw XmlPayload.refused();
        }
    }

    /** A part as the client lists it. */
    public record PartXml(
            @JsonProperty("PartNumber") Integer number,
            @JsonProperty("ETag") @Nullable String etag,
            @JsonProperty("ChecksumCRC32") @Nullable String crc32,
            @JsonProperty("ChecksumCRC32C") @Nullable String crc32c,
            @JsonProperty("ChecksumCRC64NVME") @Nullable String crc64nvme,
            @JsonProperty("ChecksumSHA1") @Nullable String sha1,
            @JsonProperty("ChecksumSHA256") @Nullable String sha256) {
        public PartXml {
            if (number == null) {
                throw XmlPayload.refused();
            }
        }

        private ListedPart listed(String uploadId) {
            PartNumber part = new PartNumber(number);
            List<ContentChecksum> checksums = new ArrayList<>(1);
            texts().forEach((algorithm, text) -> checksums.add(ContentChecksum.parse(algorithm, text)
                    .orElseThrow(() -> UploadFailure.invalidPart(uploadId, number))));
            return new ListedPart(part, Optional.ofNullable(etag).flatMap(EntityTag::tryParse), checksums);
        }

        private Map<ChecksumAlgorithm, String> texts() {
            Map<ChecksumAlgorithm, String> texts = new EnumMap<>(ChecksumAlgorithm.class);
            for (ChecksumAlgorithm algorithm : ChecksumAlgorithm.values()) {
                String text = text(algorithm);
                if (text != null) {
                    texts.put(algorithm, text);
                }
            }
            return texts;
        }

        private @Nullable String text(ChecksumAlgorithm algorithm) {
            return switch (algorithm) {
                case CRC32 -> crc32;
                case CRC32C -> crc32c;
                case CRC64NVME -> crc64nvme;
                case SHA1 -> sha1;
                case SHA256 -> sha256;
            };
        }
    }

    /** Reads a payload. */
    public static CompleteMultipartUploadXml parse(byte[] payload) {
        return XmlPayload.parse(payload, "CompleteMultipartUpload", CompleteMultipartUploadXml.class);
    }

    /**
     * The parts as they are listed; of one that is listed several times on end, as it was sent several times, what is listed last. A
     * checksum that is none cannot be that of a part, which is then {@code INVALID_PART}.
     *
     * @param uploadId the upload's id as it came
     */
    public List<ListedPart> listed(String uploadId) {
        List<ListedPart> listed = new ArrayList<>(parts.size());
        for (PartXml part : parts) {
            ListedPart next = part.listed(uploadId);
            int last = listed.size() - 1;
            if (last >= 0 && listed.get(last).number().equals(next.number())) {
                listed.set(last, next);
            } else {
                listed.add(next);
            }
        }
        return listed;
    }
}
