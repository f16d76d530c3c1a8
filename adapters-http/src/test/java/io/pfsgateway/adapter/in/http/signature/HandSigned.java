package io.pfsgateway.adapter.in.http.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a canonical request that a test spells out itself, without any of the code under test. */
public final class HandSigned {
    private HandSigned() {}

    static String signature(String timestamp, String region, String canonicalRequest) {
        String day = timestamp.substring(0, 8);
        return sign(
                day,
                region,
                "AWS4-HMAC-SHA256\n" + timestamp + "\n" + day + "/" + region + "/s3/aws4_request\n"
                        + sha256(canonicalRequest.getBytes(UTF_8)));
    }

    /** Signs a text with the key of the published secret for a day and region. */
    public static String sign(String day, String region, String stringToSign) {
        byte[] key = ("AWS4" + PublishedExamples.SECRET).getBytes(UTF_8);
        for (String step : new String[] {day, region, "s3", "aws4_request"}) {
            key = hmac(key, step);
        }
        return HexFormat.of().formatHex(hmac(key, stringToSign));
    }

    /** SHA-256 in hex. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
