package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.domain.access.Right;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Requests in every signed form with one bit flipped on the wire: each is refused with 4xx, and nothing is stored. Only flips that leave the
 * meaning as it was are left out, each kind for a reason that {@link WireRequest} gives. {@code -Daltered.requests=100000} sends more
 * of them than the usual number.
 */
class AlteredRequestsTest {
    private static final int FLIPS = Integer.getInteger("altered.requests", 3_000);
    private static final int SIGNED_AGAIN_AFTER = 1_000;
    private static final String BUCKET = "master.altered";
    private static final RunningGateway GATEWAY = RunningGateway.withVersion2Below(
            "s3.example.test", List.of(), RunningGateway.credential("ADMIN", "admin-secret", "*", Right.ADMIN));

    private String uploadId = "";

    private final Random random = new Random(20060301);

    private static RequestSigner signer() {
        return new RequestSigner("ADMIN", "admin-secret", Instant.now());
    }

    private SignedForms forms() {
        return new SignedForms(signer(), BUCKET, uploadId);
    }

    private static Reply send(String request) {
        try (RawConnection connection = GATEWAY.connect()) {
            // An altered length may announce more than there is.
            return connection.send(request).endSending().read();
        }
    }

    private static Reply send(String method, String path, String query, String body) {
        Map<String, String> length = Map.of("content-length", Integer.toString(body.length()));
        return send(method + " " + path + (query.isEmpty() ? "" : "?" + query) + " HTTP/1.1\r\n"
                + signer().headerLines(method, path, query, RequestSigner.sha256(body), length) + "\r\n" + body);
    }

    @BeforeAll
    static void makeABucket() {
        assertThat(send("PUT", "/" + BUCKET, "", "").status()).isEqualTo(200);
    }

    @BeforeEach
    void fillIt() {
        keep();
        uploadId = send("POST", "/" + BUCKET + "/upload", "uploads=", "").xml().text("UploadId");
    }

    private static void keep() {
        assertThat(send("PUT", "/" + BUCKET + "/kept", "", "kept").status()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        GATEWAY.close();
    }

    @Test
    void areGoodAsLongAsNothingIsAltered() {
        for (WireRequest request : forms().all()) {
            assertThat(send(request.text()).status()).as(request.name()).isBetween(200, 299);
            keep();
        }
    }

    @Test
    void areRefusedAndLeaveNothing() {
        List<String> before = stored();
        Map<WireRequest.Part, Integer> flips = new EnumMap<>(WireRequest.Part.class);
        List<WireRequest> forms = List.of();
        for (int count = 0; count < FLIPS; count++) {
            if (count % SIGNED_AGAIN_AFTER == 0) {
                forms = forms().all();
            }
            WireRequest request = forms.get(count % forms.size());
            int bit = alteringBit(request);
            flips.merge(request.at(bit).part(), 1, Integer::sum);
            assertThat(statusOf(request, bit)).as(request.describe(bit)).isBetween(400, 499);
        }
        assertThat(stored()).isEqualTo(before);
        assertThat(flips.keySet())
                .as("every part was altered")
                .hasSize(WireRequest.Part.values().length - 1)
                .doesNotContain(WireRequest.Part.UNSIGNED);
    }

    private static int statusOf(WireRequest request, int bit) {
        try {
            return send(request.flipped(bit)).status();
        } catch (UncheckedIOException unanswered) {
            throw new AssertionError(request.describe(bit), unanswered);
        }
    }

    private int alteringBit(WireRequest request) {
        while (true) {
            int bit = random.nextInt(request.bits());
            if (request.leavesTheMeaning(bit).isEmpty()) {
                return bit;
            }
        }
    }

    /** All that could have changed: the buckets, every version of every key, and the parts of the upload. */
    private List<String> stored() {
        return List.of(
                send("GET", "/", "", "").xml().texts("Buckets/Bucket/Name").toString(),
                send("GET", "/" + BUCKET, "versions=", "").body(),
                send("GET", "/" + BUCKET, "uploads=", "").body(),
                send("GET", "/" + BUCKET + "/upload", "uploadId=" + uploadId, "")
                        .body());
    }
}
