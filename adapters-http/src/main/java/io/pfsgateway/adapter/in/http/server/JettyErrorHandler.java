package io.pfsgateway.adapter.in.http.server;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.exchange.RequestId;
import io.pfsgateway.adapter.in.http.xml.ErrorXml;
import io.pfsgateway.adapter.in.http.xml.XmlWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what Jetty refuses on its own, such as a request line that cannot be read, as S3 would. */
final class JettyErrorHandler extends ErrorHandler {
    private static final String XML = "application/xml";

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        RequestId id = RequestId.next();
        S3Error error = errorOf(response.getStatus());
        HttpFields.Mutable headers = response.getHeaders();
        describe(headers, id);
        response.setStatus(error.code().status());
        if (HttpMethod.HEAD.is(request.getMethod())) {
            callback.succeeded();
        } else {
            ByteBuffer body = ByteBuffer.wrap(bytes(error, request.getHttpURI().getPath(), id));
            response.write(true, body, callback);
        }
        return true;
    }

    private static void describe(HttpFields.Mutable headers, RequestId id) {
        headers.put(HttpHeader.CONTENT_TYPE, XML);
        headers.put("x-amz-request-id", id.value());
        headers.put("x-amz-id-2", id.value());
    }

    private static S3Error errorOf(int status) {
        return switch (status) {
            case 408 ->
                S3Error.of(
                        S3ErrorCode.REQUEST_TIMEOUT,
                        "Your socket connection to the server was not read from or written to within the timeout period.");
            case 431 ->
                S3Error.of(
                        S3ErrorCode.REQUEST_HEADERS_TOO_LARGE,
                        "Your request header section exceeds the maximum allowed request header section size.");
            case 503 -> S3Error.of(S3ErrorCode.SERVICE_UNAVAILABLE, "The gateway is stopping. Please try again.");
            // A version of HTTP that is none is the client's fault, and not worth another try.
            case 505 -> S3Error.of(S3ErrorCode.BAD_REQUEST, "The request could not be read.");
            default ->
                status < 500 || status == 505
                        ? S3Error.of(S3ErrorCode.BAD_REQUEST, "The request could not be read.")
                        : S3Error.of(S3ErrorCode.INTERNAL_ERROR, "We encountered an internal error.");
        };
    }

    private static byte[] bytes(S3Error error, String resource, RequestId id) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        XmlWriter writer = new XmlWriter(bytes);
        new ErrorXml(error, resource == null ? "" : resource, id.value()).write(writer);
        writer.flush();
        return bytes.toByteArray();
    }
}
