package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.body.PayloadChecks;
import io.pfsgateway.adapter.in.http.body.PayloadStream;
import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.error.S3Refusal;
import io.pfsgateway.adapter.in.http.exchange.RemoteBody;
import io.pfsgateway.adapter.in.http.xml.XmlPayload;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.failure.AccessFailure;
import java.io.IOException;

/** A payload that is small enough to be held whole. It is handed on only after all that was declared of it was found good. */
final class XmlPayloadBody {
    private XmlPayloadBody() {}

    /** The payload, empty where there is none; it is not asked for from callers without the right that it needs. */
    static byte[] read(Call call, Right right) throws IOException {
        return read(call, right, PayloadChecks.ALL);
    }

    /** The same, with other checks. */
    static byte[] read(Call call, Right right, PayloadChecks checks) throws IOException {
        if (!call.caller().may(right, call.bucket().branch())) {
            throw AccessFailure.denied(call.bucketText());
        }
        RemoteBody body = call.request().body();
        if (body.contentLength().orElse(0) > XmlPayload.MAX_BYTES) {
            throw tooLarge();
        }
        try (PayloadStream stream = PayloadStream.open(
                body.open(),
                call.authenticated().payload(),
                call.request().headers(),
                call.authenticated().signing(),
                checks)) {
            byte[] payload = stream.readNBytes(XmlPayload.MAX_BYTES + 1);
            if (payload.length > XmlPayload.MAX_BYTES) {
                throw tooLarge();
            }
            stream.finish();
            return payload;
        }
    }

    private static S3Refusal tooLarge() {
        return S3Error.of(S3ErrorCode.MAX_MESSAGE_LENGTH_EXCEEDED, "Your request was too large.")
                .refusal();
    }
}
