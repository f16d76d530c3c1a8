package io.pfsgateway.adapter.in.http.server;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.exchange.RequestId;
import io.pfsgateway.adapter.in.http.xml.ErrorXml;
import io.pfsgateway.adapter.in.http.xml.XmlWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** An error that is answered before the request comes to the pipeline, in the same words. */
final class ErrorAnswer {
    private static final int USUAL_BYTES = 512;

    private ErrorAnswer() {}

    /** Sends it whole, without a body where the request was a HEAD; the callback is told when it is on its way. */
    static void send(S3Error error, RequestId id, Request request, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, "application/xml");
        headers.put("x-amz-request-id", id.value());
        headers.put("x-amz-id-2", id.value());
        response.setStatus(error.code().status());
        ByteBuffer body = HttpMethod.HEAD.is(request.getMethod())
                ? ByteBuffer.allocate(0)
                : bytes(error, request.getHttpURI().getPath(), id);
        response.write(true, body, callback);
    }

    private static ByteBuffer bytes(S3Error error, String resource, RequestId id) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
            XmlWriter writer = new XmlWriter(bytes);
            new ErrorXml(error, resource == null ? "" : DotSegments.restore(resource), id.value()).write(writer);
            writer.flush();
            return ByteBuffer.wrap(bytes.toByteArray());
        } catch (IOException ofNoArray) {
            throw new UncheckedIOException(ofNoArray);
        }
    }
}
