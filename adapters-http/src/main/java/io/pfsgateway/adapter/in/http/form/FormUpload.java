package io.pfsgateway.adapter.in.http.form;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.exchange.QueryParameters;
import io.pfsgateway.adapter.in.http.exchange.RequestTarget;
import io.pfsgateway.adapter.in.http.exchange.S3Request;
import io.pfsgateway.adapter.in.http.signature.RequestHeaders;
import io.pfsgateway.adapter.in.http.signature.SignedRequest;
import io.pfsgateway.adapter.in.http.xml.TaggingXml;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A form as the upload that it means: its fields are what the headers of a PUT would be, and its file is the body. */
public final class FormUpload {
    private static final Set<String> HEADERS = Set.of(
            "cache-control",
            "content-disposition",
            "content-encoding",
            "content-language",
            "content-md5",
            "content-type",
            "expires");
    private static final Set<String> SIGNING =
            Set.of("x-amz-algorithm", "x-amz-credential", "x-amz-date", "x-amz-security-token", "x-amz-signature");

    private FormUpload() {}

    /** The upload to the key that the form names. */
    public static S3Request of(S3Request form, FormFields fields, FormFile file) {
        SignedRequest wire = form.wire();
        return new S3Request(
                form.id(),
                new SignedRequest(wire.method(), wire.rawPath(), "", headers(fields), wire.hostBucket()),
                new RequestTarget(form.target().bucket(), Optional.of(key(fields))),
                QueryParameters.parse(""),
                file);
    }

    /** The key, which every form must have. */
    public static String key(FormFields fields) {
        return fields.strictText("key")
                .filter(key -> !key.isEmpty())
                .orElseThrow(() -> S3Error.invalidArgument(
                                "key",
                                "",
                                "Bucket POST must contain a field named 'key'.  If it is specified, please check"
                                        + " the order of the fields.")
                        .refusal());
    }

    private static RequestHeaders headers(FormFields fields) {
        RequestHeaders.Builder headers = RequestHeaders.builder();
        for (String name : fields.latin1().keySet()) {
            if (HEADERS.contains(name) || (name.startsWith("x-amz-") && !SIGNING.contains(name))) {
                headers.add(name, checked(name, fields));
            }
        }
        if (fields.latin1().containsKey("acl")) {
            headers.add("x-amz-acl", checked("acl", fields));
        }
        fields.text("tagging").ifPresent(xml -> headers.add("x-amz-tagging", tags(xml)));
        return headers.build();
    }

    /** A line break would let a field become another header of every later answer. */
    private static String checked(String name, FormFields fields) {
        String value = fields.headerText(name);
        if (value.chars().anyMatch(each -> each < ' ' || each == 0x7f)) {
            throw S3Error.invalidArgument(name, value, "Header value cannot be represented.")
                    .refusal();
        }
        return value;
    }

    private static String tags(String xml) {
        return TaggingXml.parse(xml.getBytes(StandardCharsets.UTF_8)).stream()
                .map(tag -> encoded(tag.name()) + "=" + encoded(tag.value()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
