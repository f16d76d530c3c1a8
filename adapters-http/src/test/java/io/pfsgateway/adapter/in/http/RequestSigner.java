package io.pfsgateway.adapter.in.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests as clients do, apart from the gateway's own code. Queries must come in their canonical form. */
record RequestSigner(String accessKey, String secretKey, Instant time) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

    String stamp() {
        return STAMP.format(time);
    }

    private String scope() {
        return stamp().substring(0, 8) + "/eu-north-1/s3/aws4_request";
    }

    /** The header lines that sign a request, each ended. */
    String headerLines(String method, String path, String query, String payload, Map<String, String> more) {
        Map<String, String> signed = new TreeMap<>(more);
        signed.put("host", "localhost");
        signed.put("x-amz-date", stamp());
        signed.put("x-amz-content-sha256", payload);
        String names = String.join(";", signed.keySet());
        String signature = signature(method, path, query, signed, payload);
        signed.put(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=" + accessKey + "/" + scope() + ", SignedHeaders=" + names + ", Signature="
                        + signature);
        return signed.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining());
    }

    /** A presigned query. */
    String presigned(String method, String path, int seconds) {
        String query = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential="
                + (accessKey + "/" + scope()).replace("/", "%2F") + "&X-Amz-Date=" + stamp() + "&X-Amz-Expires="
                + seconds + "&X-Amz-SignedHeaders=host";
        return query + "&X-Amz-Signature=" + signature(method, path, query, Map.of("host", "localhost"), UNSIGNED);
    }

    String signature(String method, String path, String query, Map<String, String> signed, String payload) {
        String headers = new TreeMap<>(signed)
                .entrySet().stream()
                        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                        .collect(Collectors.joining());
        String names = String.join(";", new TreeMap<>(signed).keySet());
        String canonical = String.join("\n", method, path, query, headers, names, payload);
        return sign(String.join("\n", "AWS4-HMAC-SHA256", stamp(), scope(), sha256(canonical)));
    }

    /** The signature of a chunk behind another. */
    String chunkSignature(String previous, String content) {
        return sign(
                String.join("\n", "AWS4-HMAC-SHA256-PAYLOAD", stamp(), scope(), previous, sha256(""), sha256(content)));
    }

    /** The signature of a trailer behind the last chunk. */
    String trailerSignature(String previous, String canonical) {
        return sign(String.join("\n", "AWS4-HMAC-SHA256-TRAILER", stamp(), scope(), previous, sha256(canonical)));
    }

    String sign(String text) {
        byte[] key = ("AWS4" + secretKey).getBytes(UTF_8);
        for (String part : scope().split("/", -1)) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, text));
    }

    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
