package io.pfsgateway.adapter.in.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The forms that a web page would post to one bucket, signed by version 2 with one key. */
final class PostForms {
    static final String SECRET = "form-secret";
    static final String BUCKET = "master.forms";
    static final String BOUNDARY = "----boundary";

    private PostForms() {}

    /** A form whose fields are signed by version 2, with conditions for this bucket and these fields. */
    static Map<String, String> form(String conditions, Map<String, String> fields) {
        return form("FORMS", Instant.now().plusSeconds(60).toString(), conditions, fields);
    }

    static Map<String, String> form(
            String accessKey, String expiration, String conditions, Map<String, String> fields) {
        String policy = base64("{\"expiration\":\"" + expiration + "\",\"conditions\":[{\"bucket\":\"" + BUCKET + "\"}"
                + (conditions.isEmpty() ? "" : "," + conditions) + "]}");
        return signed(accessKey, policy, fields);
    }

    static Map<String, String> signed(String accessKey, String policy, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("AWSAccessKeyId", accessKey);
        all.put("policy", policy);
        all.put("signature", sign(policy));
        return all;
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    static String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String body(Map<String, String> fields, String fileName, String content) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        return body + "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/html\r\n\r\n" + content + "\r\n--" + BOUNDARY + "--\r\n";
    }
}
