package io.pfsgateway.adapter.in.http.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pfsgateway.adapter.in.http.error.S3Refusal;
import io.pfsgateway.adapter.in.http.exchange.QueryParameters;
import io.pfsgateway.adapter.in.http.exchange.RemoteBody;
import io.pfsgateway.adapter.in.http.exchange.RequestId;
import io.pfsgateway.adapter.in.http.exchange.RequestTarget;
import io.pfsgateway.adapter.in.http.exchange.S3Request;
import io.pfsgateway.adapter.in.http.signature.RequestHeaders;
import io.pfsgateway.adapter.in.http.signature.SignedRequest;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RouterTest {
    private static final RemoteBody NO_BODY = new RemoteBody() {
        @Override
        public InputStream open() {
            throw new AssertionError("a router reads no body");
        }

        @Override
        public OptionalLong contentLength() {
            return OptionalLong.empty();
        }

        @Override
        public boolean chunked() {
            return false;
        }
    };

    private final Router router = new Router();

    private static S3Request request(String method, String target, boolean copies) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? "" : target.substring(mark + 1);
        RequestHeaders.Builder headers = RequestHeaders.builder();
        if (copies) {
            headers.add("x-amz-copy-source", "b/k");
        }
        return new S3Request(
                RequestId.next(),
                new SignedRequest(method, path, query, headers.build()),
                RequestTarget.of(path, Optional.empty()),
                QueryParameters.parse(query),
                NO_BODY);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, LIST_BUCKETS",
        "GET, /?prefix=a&x-id=ListBuckets, LIST_BUCKETS",
        "PUT, /b, CREATE_BUCKET",
        "HEAD, /b/, HEAD_BUCKET",
        "GET, /b, LIST_OBJECTS",
        "GET, /b?prefix=&delimiter=/&marker=, LIST_OBJECTS",
        "GET, /b?list-type=1, LIST_OBJECTS",
        "GET, /b?list-type=2&prefix=a, LIST_OBJECTS_V2",
        "GET, /b?versions&prefix=a, LIST_OBJECT_VERSIONS",
        "GET, /b?versions=, LIST_OBJECT_VERSIONS",
        "POST, /b?delete, DELETE_OBJECTS",
        "POST, /b, POST_OBJECT",
        "GET, /b/k, GET_OBJECT",
        "GET, /b/k?versionId=1&partNumber=1&response-expires=, GET_OBJECT",
        "GET, /b/k?X-Amz-Signature=1&X-Amz-Security-Token=, GET_OBJECT",
        "PUT, /b/k, PUT_OBJECT",
        "PUT, /b/k?uploadId=1&partNumber=1, UPLOAD_PART",
        "DELETE, /b/k?uploadId=1, ABORT_MULTIPART_UPLOAD",
    })
    void findsTheActionThatARequestMeans(String method, String target, S3Action action) {
        assertThat(router.route(request(method, target, false))).isEqualTo(action);
    }

    @Test
    void tellsACopyByItsHeaderAndOnlyWhereOneCanBe() {
        assertThat(router.route(request("PUT", "/b/k", true))).isEqualTo(S3Action.COPY_OBJECT);
        assertThat(router.route(request("PUT", "/b/k?uploadId=1&partNumber=2", true)))
                .isEqualTo(S3Action.UPLOAD_PART_COPY);
        assertThat(router.route(request("GET", "/b/k", true))).isEqualTo(S3Action.GET_OBJECT);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /b?unknown, NotImplemented, ?unknown",
        "GET, /b/k?unknown=, NotImplemented, ?unknown",
        "GET, /b?unknown=value, NotImplemented, ?unknown",
        "DELETE, /b?metadataTable=x, NotImplemented, ?metadataTable",
        "PUT, /b/k?Tagging=1, NotImplemented, ?Tagging",
        "DELETE, /b?versionId=x, InvalidArgument, means nothing",
        "DELETE, /b?prefix=a, InvalidArgument, means nothing",
        "DELETE, /b/?partNumber=1, InvalidArgument, means nothing",
        "PUT, /b/k?partNumber=1, InvalidArgument, means nothing",
        "PUT, /b/k?versionId=null, InvalidArgument, means nothing",
        "DELETE, /b/k?uploadId=1&versionId=HEAD, InvalidArgument, means nothing",
        "DELETE, /b/k?uploadId=1&partNumber=1, InvalidArgument, means nothing",
        "POST, /b/k?uploads&versionId=x, InvalidArgument, means nothing",
        "PUT, /b/k?uploadId=1&partNumber=1&unknown, NotImplemented, ?unknown",
        "PUT, /b/k?uploadId=1&partNumber=1&prefix=a, InvalidArgument, means nothing",
        "PUT, /b/k?uploadId=1&partNumber=1&partNumber=2, InvalidArgument, more than once",
        "DELETE, /b/k?uploadId=1&uploadId=2, InvalidArgument, more than once",
        "GET, /b/k?versionId=1&versionId=2, InvalidArgument, more than once",
        "PUT, /b?uploads, MethodNotAllowed, ''",
        "POST, /b/k, MethodNotAllowed, ''",
        "GET, /b?torrent, NotImplemented, ?torrent",
        "GET, /b?acl&policy, InvalidArgument, 'acl, policy'",
        "OPTIONS, /b/k, AccessForbidden, CORS",
    })
    void refusesWhatHasNoOneMeaning(String method, String target, String code, String named) {
        S3Refusal refusal = catchThrowableOfType(S3Refusal.class, () -> router.route(request(method, target, false)));

        assertThat(refusal.error().code().code()).isEqualTo(code);
        assertThat(refusal.error().message()).contains(named);
    }

    @ParameterizedTest
    @EnumSource(S3Action.class)
    void reachesEveryActionThatItKnows(S3Action action) {
        String path = switch (action.level()) {
            case SERVICE -> "/";
            case BUCKET -> "/b";
            case OBJECT -> "/b/k";
        };
        boolean copies = action.subResource().contains("x-amz-copy-source");
        String subResource = action.subResource().replaceFirst(",?x-amz-copy-source", "");
        String query = subResource.equals("list-type") ? "?list-type=2" : "?" + subResource;

        assertThat(router.route(request(action.method(), path + (query.equals("?") ? "" : query), copies)))
                .isEqualTo(action);
    }

    @Test
    void namesEachActionOnceAsS3Does() {
        assertThat(Arrays.stream(S3Action.values()).map(S3Action::s3Name))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[A-Z][A-Za-z0-9]+"));
    }
}
