package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The steps of a multipart upload to one object, as a client takes them. */
record Multipart(TestClient client, String object) {
    static final int MIN_PART = 5 << 20;

    /** Begins an upload, which must be allowed, and gives its id. */
    String begin(String... headers) {
        Reply reply = client.send("POST", object + "?uploads", headers);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.xml().text("UploadId");
    }

    Reply part(String id, int number, String body, String... headers) {
        return client.sendText("PUT", part(id, number), body, headers);
    }

    Reply copyPart(String id, int number, String... headers) {
        return client.send("PUT", part(id, number), headers);
    }

    private String part(String id, int number) {
        return object + "?partNumber=" + number + "&uploadId=" + id;
    }

    /** Sends a part, which must be taken, and gives what lists it. */
    String sent(String id, int number, String body, String... headers) {
        Reply reply = part(id, number, body, headers);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return listed(number, reply.header("etag").orElseThrow());
    }

    static String listed(int number, String etag) {
        return "<Part><ETag>" + etag.replace("\"", "&quot;") + "</ETag><PartNumber>" + number + "</PartNumber></Part>";
    }

    /** Completes an upload with these parts, given as XML. */
    Reply complete(String id, String parts, String... headers) {
        return client.sendText(
                "POST",
                object + "?uploadId=" + id,
                "<CompleteMultipartUpload xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">" + parts
                        + "</CompleteMultipartUpload>",
                headers);
    }

    /** Uploads an object in parts of these bodies, numbered from 1 on, and gives the answer. */
    Reply upload(String... bodies) {
        String id = begin();
        String parts = IntStream.range(0, bodies.length)
                .mapToObj(at -> sent(id, at + 1, bodies[at]))
                .collect(Collectors.joining());
        return complete(id, parts);
    }
}
