package io.pfsgateway.adapter.in.http.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.exchange.S3Request;
import io.pfsgateway.adapter.in.http.form.FormFields;
import io.pfsgateway.adapter.in.http.header.ObjectHeaders;
import io.pfsgateway.adapter.in.http.xml.PostObjectXml;
import io.pfsgateway.application.port.in.PutObjectUseCase;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.file.EntityTag;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.util.Optional;

/** What a form is answered with, as its fields ask: a redirection, a document, or a status alone. */
record PostAnswer(S3Request request, String scheme, String key) {
    Answer of(FormFields fields, PutObjectUseCase.Result result) {
        EntityTag etag = result.file().etag();
        return plain(fields, etag)
                .with("ETag", etag.quoted())
                .with("x-amz-version-id", result.versionId().map(CommitId::value))
                .with(ObjectHeaders.checksums(result.file().attributes()));
    }

    private Answer plain(FormFields fields, EntityTag etag) {
        Optional<String> redirect = fields.text("success_action_redirect")
                .or(() -> fields.text("redirect"))
                .filter(PostAnswer::isAddress);
        if (redirect.isPresent()) {
            return Answer.empty(303).with("Location", redirected(redirect.get(), etag));
        }
        return switch (fields.text("success_action_status").orElse("")) {
            case "200" -> Answer.empty(200).with("Location", location());
            case "201" ->
                Answer.xml(201, new PostObjectXml(location(), bucket(), key, etag))
                        .with("Location", location());
            default -> Answer.empty(204).with("Location", location());
        };
    }

    /** As S3 does, what cannot be an address is taken as not asked for. */
    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()))
                    && address.getHost() != null
                    && text.chars().allMatch(each -> each < 0x80);
        } catch (URISyntaxException none) {
            return false;
        }
    }

    private String redirected(String address, EntityTag etag) {
        int fragment = address.indexOf('#');
        String base = fragment < 0 ? address : address.substring(0, fragment);
        return base + (base.indexOf('?') < 0 ? "?" : "&") + "bucket=" + encoded(bucket()) + "&key=" + encoded(key)
                + "&etag=" + encoded(etag.quoted());
    }

    private String location() {
        String path = request.wire().hostBucket().isPresent() ? "/" : "/" + bucket() + "/";
        return scheme + "://" + request.header("host").orElse("") + path
                + encoded(key).replace("%2F", "/");
    }

    private String bucket() {
        return request.target().bucket().orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
