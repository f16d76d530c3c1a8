package io.pfsgateway.adapter.in.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.pfsgateway.adapter.in.http.WireRequest.Draft;
import io.pfsgateway.adapter.in.http.WireRequest.Part;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A request in every form in which a client may sign one, each of them good as it is. */
record SignedForms(RequestSigner signer, String bucket, String uploadId) {
    private static final String CONTENT = "The quick brown fox jumps over the lazy dog, and back.";
    private static final int CHUNK = 26;
    private static final String EMPTY = RequestSigner.sha256("");

    List<WireRequest> all() {
        return List.of(
                hashed(),
                unsignedPayload(),
                part(),
                deletion(),
                deletionOfMany(),
                presignedPut(),
                presignedGet(),
                signedChunks(false),
                signedChunks(true),
                unsignedChunks(),
                version2Put(),
                version2Url());
    }

    private String path(String key) {
        return "/" + bucket + "/" + key;
    }

    private Draft signed(String method, String path, String query, String payload, Map<String, String> more) {
        return new Draft()
                .line(method, path, query)
                .headers(signer.headerLines(method, path, query, payload, more))
                .endOfHeaders();
    }

    private static Map<String, String> withLength(int length, Map<String, String> more) {
        Map<String, String> headers = new TreeMap<>(more);
        headers.put("content-length", Integer.toString(length));
        return headers;
    }

    private WireRequest hashed() {
        Map<String, String> more = Map.of("content-type", "text/plain", "x-amz-meta-note", "two words");
        return signed("PUT", path("a%20b/c%2Fd"), "", RequestSigner.sha256(CONTENT), withLength(CONTENT.length(), more))
                .add(Part.BODY, CONTENT)
                .named("hashed payload");
    }

    private WireRequest unsignedPayload() {
        Map<String, String> more = Map.of("x-amz-checksum-crc32", crc32(CONTENT));
        return signed("PUT", path("unsigned"), "", "UNSIGNED-PAYLOAD", withLength(CONTENT.length(), more))
                .add(Part.BODY, CONTENT)
                .named("unsigned payload with a checksum");
    }

    private WireRequest part() {
        String query = "partNumber=2&uploadId=" + uploadId;
        return signed(
                        "PUT",
                        path("upload"),
                        query,
                        RequestSigner.sha256(CONTENT),
                        withLength(CONTENT.length(), Map.of()))
                .add(Part.BODY, CONTENT)
                .named("part of an upload");
    }

    private WireRequest deletion() {
        return signed("DELETE", path("kept"), "", EMPTY, Map.of()).named("deletion");
    }

    private WireRequest deletionOfMany() {
        String payload = "<Delete><Object><Key>kept</Key></Object></Delete>";
        return signed(
                        "POST",
                        "/" + bucket,
                        "delete=",
                        RequestSigner.sha256(payload),
                        withLength(payload.length(), Map.of()))
                .add(Part.BODY, payload)
                .named("deletion of many");
    }

    private WireRequest presignedPut() {
        return new Draft()
                .line("PUT", path("presigned"), signer.presigned("PUT", path("presigned"), 900))
                .headers("host: localhost\r\n")
                .unsignedHeader("content-length", "0")
                .endOfHeaders()
                .named("presigned PUT");
    }

    private WireRequest presignedGet() {
        return new Draft()
                .line("GET", path("kept"), signer.presigned("GET", path("kept"), 900))
                .headers("host: localhost\r\n")
                .endOfHeaders()
                .named("presigned GET");
    }

    private WireRequest signedChunks(boolean withTrailer) {
        String word = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" + (withTrailer ? "-TRAILER" : "");
        int length = chunked("0".repeat(64), withTrailer).named("").text().length();
        Draft head = signed("PUT", path("chunks"), "", word, withLength(length, framed(withTrailer)));
        String text = head.named("").text();
        int seed = text.indexOf("Signature=") + "Signature=".length();
        Draft body = chunked(text.substring(seed, seed + 64), withTrailer);
        body.named("").pieces().forEach(piece -> head.add(piece.part(), piece.text()));
        return head.named("signed chunks" + (withTrailer ? " with a trailer" : ""));
    }

    private static Map<String, String> framed(boolean withTrailer) {
        Map<String, String> headers = new TreeMap<>(Map.of(
                "content-encoding", "aws-chunked", "x-amz-decoded-content-length", Integer.toString(CONTENT.length())));
        if (withTrailer) {
            headers.put("x-amz-trailer", "x-amz-checksum-crc32");
        }
        return headers;
    }

    private Draft chunked(String seed, boolean withTrailer) {
        Draft body = new Draft();
        String previous = seed;
        for (int at = 0; at < CONTENT.length() + CHUNK; at += CHUNK) {
            String chunk = CONTENT.substring(Math.min(at, CONTENT.length()), Math.min(at + CHUNK, CONTENT.length()));
            previous = signer.chunkSignature(previous, chunk);
            body.add(Part.CHUNK_SIZE, Integer.toHexString(chunk.length()))
                    .add(Part.CHUNK_FRAME, ";chunk-signature=" + previous + "\r\n")
                    .add(Part.BODY, chunk)
                    .add(Part.CHUNK_FRAME, chunk.isEmpty() ? "" : "\r\n");
        }
        if (!withTrailer) {
            return body.add(Part.TRAILER_END, "\r\n");
        }
        String checksum = "x-amz-checksum-crc32:" + crc32(CONTENT);
        return trailer(body, checksum, "x-amz-trailer-signature:" + signer.trailerSignature(previous, checksum + "\n"));
    }

    private WireRequest unsignedChunks() {
        Draft body = new Draft();
        for (String chunk : List.of(CONTENT.substring(0, CHUNK), CONTENT.substring(CHUNK))) {
            body.add(Part.CHUNK_SIZE, Integer.toHexString(chunk.length()))
                    .add(Part.CHUNK_FRAME, "\r\n")
                    .add(Part.BODY, chunk)
                    .add(Part.CHUNK_FRAME, "\r\n");
        }
        trailer(body.add(Part.CHUNK_SIZE, "0").add(Part.CHUNK_FRAME, "\r\n"), "x-amz-checksum-crc32:" + crc32(CONTENT));
        List<WireRequest.Piece> pieces = body.named("").pieces();
        int length = body.named("").text().length();
        Draft head = signed(
                "PUT", path("loose"), "", "STREAMING-UNSIGNED-PAYLOAD-TRAILER", withLength(length, framed(true)));
        pieces.forEach(piece -> head.add(piece.part(), piece.text()));
        return head.named("unsigned chunks with a trailer");
    }

    private static Draft trailer(Draft body, String... lines) {
        for (String line : lines) {
            int colon = line.indexOf(':');
            body.add(Part.TRAILER_NAME, line.substring(0, colon))
                    .add(Part.TRAILER_VALUE, line.substring(colon))
                    .add(Part.TRAILER_END, "\r\n");
        }
        return body.add(Part.TRAILER_END, "\r\n");
    }

    private static String crc32(String content) {
        CRC32 crc = new CRC32();
        crc.update(content.getBytes(ISO_8859_1));
        byte[] value = new byte[4];
        for (int i = 0; i < 4; i++) {
            value[i] = (byte) (crc.getValue() >> (24 - 8 * i));
        }
        return Base64.getEncoder().encodeToString(value);
    }

    private WireRequest version2Put() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(signer.time().atOffset(ZoneOffset.UTC));
        String md5 = Base64.getEncoder().encodeToString(digest("MD5", CONTENT));
        String text = "PUT\n" + md5 + "\ntext/plain\n" + date + "\nx-amz-meta-note:old\n" + path("version2");
        return new Draft()
                .line("PUT", path("version2"), "")
                .unsignedHeader("host", "localhost")
                .unsignedHeader("content-length", Integer.toString(CONTENT.length()))
                .headers("date: " + date + "\r\ncontent-md5: " + md5
                        + "\r\ncontent-type: text/plain\r\nx-amz-meta-note: old\r\nauthorization: AWS "
                        + signer.accessKey() + ":" + version2(text) + "\r\n")
                .endOfHeaders()
                .add(Part.BODY, CONTENT)
                .named("version 2");
    }

    private WireRequest version2Url() {
        String end = Long.toString(signer.time().getEpochSecond() + 900);
        String resource = path("kept") + "?response-content-type=text/plain&versionId=HEAD";
        String query = "AWSAccessKeyId=" + signer.accessKey() + "&Expires=" + end
                + "&response-content-type=text%2Fplain&versionId=HEAD&Signature="
                + URLEncoder.encode(version2("GET\n\n\n" + end + "\n" + resource), StandardCharsets.UTF_8);
        return new Draft()
                .line("GET", path("kept"), query)
                .unsignedHeader("host", "localhost")
                .endOfHeaders()
                .named("URL signed by version 2");
    }

    private String version2(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(signer.secretKey().getBytes(ISO_8859_1), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(ISO_8859_1)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] digest(String algorithm, String content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content.getBytes(ISO_8859_1));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
