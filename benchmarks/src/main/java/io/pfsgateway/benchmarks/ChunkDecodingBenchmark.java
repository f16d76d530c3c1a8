package io.pfsgateway.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.pfsgateway.adapter.in.http.body.PayloadChecks;
import io.pfsgateway.adapter.in.http.body.PayloadStream;
import io.pfsgateway.adapter.in.http.signature.PayloadDeclaration;
import io.pfsgateway.adapter.in.http.signature.RequestHeaders;
import io.pfsgateway.adapter.in.http.signature.SignatureResult;
import io.pfsgateway.adapter.in.http.signature.SignedRequest;
import io.pfsgateway.adapter.in.http.signature.SigningContext;
import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.checksum.RunningChecksum;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A body of 66,560 bytes in {@code aws-chunked} framing with a checksum behind it: the frames taken off, the checksum
 * computed and compared, and, where they are signed, the chunks' signatures checked.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ChunkDecodingBenchmark {
    private final Upload signed = signed();
    private final Upload unsigned = unsigned();

    @SuppressWarnings("ArrayRecordComponent") // Read as they are; nobody compares two of them.
    private record Upload(RequestHeaders headers, Optional<SigningContext> signing, byte[] body) {
        List<ContentChecksum> read() throws IOException {
            PayloadDeclaration declaration = PayloadDeclaration.of(headers).orElseThrow();
            try (PayloadStream stream = PayloadStream.open(
                    new ByteArrayInputStream(body), declaration, headers, signing, PayloadChecks.ALL)) {
                return stream.finish();
            }
        }
    }

    private static Upload signed() {
        SignedRequest request = PublishedRequests.chunkedUpload();
        SignatureResult result = PublishedRequests.verifier().verify(request);
        if (!(result instanceof SignatureResult.Verified verified)) {
            throw new IllegalStateException("The request is not signed well");
        }
        return new Upload(request.headers(), verified.signing(), PublishedRequests.chunkedBody());
    }

    private static Upload unsigned() {
        byte[] content = "a".repeat(PublishedRequests.UPLOAD_BYTES).getBytes(ISO_8859_1);
        RunningChecksum checksum = ChecksumAlgorithm.CRC64NVME.start();
        checksum.update(content, 0, content.length);
        String body = Integer.toHexString(content.length) + "\r\n" + new String(content, ISO_8859_1)
                + "\r\n0\r\nx-amz-checksum-crc64nvme:" + Base64.getEncoder().encodeToString(checksum.finish())
                + "\r\n\r\n";
        RequestHeaders headers = RequestHeaders.builder()
                .add(PayloadDeclaration.HEADER, "STREAMING-UNSIGNED-PAYLOAD-TRAILER")
                .add("x-amz-decoded-content-length", Integer.toString(content.length))
                .add("x-amz-trailer", "x-amz-checksum-crc64nvme")
                .build();
        return new Upload(headers, Optional.empty(), body.getBytes(ISO_8859_1));
    }

    @Benchmark
    public List<ContentChecksum> signedWithCrc32c() throws IOException {
        return signed.read();
    }

    @Benchmark
    public List<ContentChecksum> unsignedWithCrc64Nvme() throws IOException {
        return unsigned.read();
    }
}
