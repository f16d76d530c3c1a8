package io.pfsgateway.adapter.in.http.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.observation.EndedRequest;
import io.pfsgateway.adapter.in.http.routing.S3Action;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineFormatTest {
    private static final String COMMIT = "63d3a92d536f4a418883ff2732cecdf3";
    private static final String TOKEN = "alices-token-0123456789";

    private static String line(EndedRequest request) {
        StringBuilder line = new StringBuilder();
        new LineFormat().append(LogEntry.of(request), line);
        return line.toString().replaceFirst("\\[\\d{2}/[A-Z][a-z]{2}/\\d{4}:\\d{2}:\\d{2}:\\d{2} \\+0000]", "[TIME]");
    }

    @Test
    void hasTheFieldsOfAmazonsFormatInTheirOrderWithTheCommitAsVersion() {
        EndedRequest read = new Ended()
                .asks("GET", "/master.photos/cat.jpg?versionId=HEAD")
                .by("AKIDPHOTOS", TOKEN)
                .with("referer", "http://www.example.com/albums")
                .with("user-agent", "aws-cli/2 Python/3")
                .with("host", "127.0.0.1:30600")
                .with("authorization", "AWS4-HMAC-SHA256 Credential=x, Signature=y")
                .answered("x-amz-version-id", COMMIT)
                .answered("content-range", "bytes 0-99/4096")
                .over("TLSv1.3", "TLS_AES_256_GCM_SHA384")
                .as(S3Action.GET_OBJECT, 206, 100);

        assertThat(line(read))
                .isEqualTo("00000000000000000000000000000000 master.photos [TIME] 192.0.2.3 AKIDPHOTOS 3E57427F3EXAMPLE"
                        + " REST.GET.OBJECT cat.jpg \"GET /master.photos/cat.jpg?versionId=HEAD HTTP/1.1\" 206 - 100 4096"
                        + " 12 7 \"http://www.example.com/albums\" \"aws-cli/2 Python/3\" " + COMMIT
                        + " 3E57427F3EXAMPLE SigV4 TLS_AES_256_GCM_SHA384 AuthHeader 127.0.0.1:30600 TLSv1.3 - - -\n");
    }

    @Test
    void saysWithADashWhatIsNotThere() {
        EndedRequest refused = new Ended().refused(S3ErrorCode.ACCESS_DENIED).as(S3Action.DELETE_OBJECT, 403, 0);

        assertThat(line(refused))
                .isEqualTo("00000000000000000000000000000000 master.photos [TIME] 192.0.2.3 - 3E57427F3EXAMPLE"
                        + " REST.DELETE.OBJECT cat.jpg \"GET /master.photos/cat.jpg HTTP/1.1\" 403 AccessDenied - -"
                        + " 12 7 \"-\" \"-\" - 3E57427F3EXAMPLE - - - - - - - -\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a\r\nb",
                "a b",
                "a\"b",
                "a\tb",
                "a\u0000b",
                "\u00e4\u2028\u0085",
                "x\" 200 - \"",
                "%0A\n"
            })
    void letsNoKeyOrHeaderForgeAFieldOrALine(String text) {
        EndedRequest plain = new Ended().as(S3Action.GET_OBJECT, 200, 5);
        EndedRequest forged = new Ended()
                .of(text)
                .by(text, TOKEN)
                .asks("GET", "/master.photos/" + text)
                .with("host", text)
                .with("referer", text)
                .with("user-agent", text.replace(' ', '_'))
                .as(S3Action.GET_OBJECT, 200, 5);

        String line = line(forged);

        assertThat(line.chars().filter(each -> each < ' ' || each > '~')).containsExactly((int) '\n');
        assertThat(line).endsWith("\n");
        assertThat(line.chars().filter(each -> each == '"').count()).isEqualTo(6);
        assertThat(unquoted(line)).hasSameSizeAs(unquoted(line(plain)));
    }

    private static java.util.List<String> unquoted(String line) {
        return Arrays.asList(line.replaceAll("\"[^\"]*\"", "Q").split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Amz-Signature",
                "x-amz-signature",
                "X-Amz-Credential",
                "X-Amz-Security-Token",
                "Signature",
                "AWSAccessKeyId",
                "X-Amz-S%69gnature",
                "%58-Amz-Credential",
                "authn-token",
                "broken%zz"
            })
    void blanksWhatSignsAnAddress(String parameter) {
        String address =
                "/master.photos/cat.jpg?versionId=HEAD&" + parameter + "=" + TOKEN + "%2F20261128&partNumber=1";
        EndedRequest presigned = new Ended()
                .asks("GET", address)
                .with("referer", "http://gateway" + address)
                .as(S3Action.GET_OBJECT, 200, 5);

        assertThat(line(presigned))
                .doesNotContain(TOKEN)
                .contains("versionId=HEAD&")
                .contains("=REDACTED&partNumber=1 HTTP/1.1");
    }

    @Test
    void showsOfACallerTheNameAndNeverTheToken() {
        EndedRequest asked = new Ended()
                .by("user:alice@example.com", TOKEN)
                .with("authorization", "AWS4-HMAC-SHA256 Credential=" + TOKEN + "/20261128, Signature=y")
                .as(S3Action.GET_OBJECT, 200, 5);

        assertThat(LogEntry.of(asked).toString()).doesNotContain(TOKEN);
        assertThat(line(asked)).contains(" user%3Aalice%40example.com ").doesNotContain(TOKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "GET_OBJECT, REST.GET.OBJECT",
        "HEAD_BUCKET, REST.HEAD.BUCKET",
        "LIST_BUCKETS, REST.GET.SERVICE",
        "LIST_OBJECTS_V2, REST.GET.BUCKET",
        "LIST_OBJECT_VERSIONS, REST.GET.BUCKETVERSIONS",
        "COPY_OBJECT, REST.COPY.OBJECT",
        "CREATE_MULTIPART_UPLOAD, REST.POST.UPLOADS",
        "UPLOAD_PART, REST.PUT.PART",
        "UPLOAD_PART_COPY, REST.COPY.PART",
        "COMPLETE_MULTIPART_UPLOAD, REST.POST.UPLOAD",
        "DELETE_OBJECTS, REST.POST.MULTI_OBJECT_DELETE",
        "GET_BUCKET_VERSIONING, REST.GET.VERSIONING",
        "PUT_OBJECT_TAGGING, REST.PUT.OBJECT_TAGGING",
        "GET_BUCKET_LOGGING, REST.GET.LOGGING_STATUS"
    })
    void callsActionsAsAmazonDoes(S3Action action, String operation) {
        assertThat(line(new Ended().as(action, 200, 0))).contains(" " + operation + " ");
    }
}
