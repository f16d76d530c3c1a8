package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.body.PayloadChecks;
import io.pfsgateway.adapter.in.http.body.PayloadStream;
import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.exchange.RemoteBody;
import io.pfsgateway.application.port.in.UploadBody;
import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.file.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The body of an upload. Its SHA-256 is left to the file system, which computes it anyway; all else is verified as it is read. */
record ReceivedBody(PayloadStream payload) implements UploadBody {
    /** Reads what the headers say of the body, and nothing of the body itself. */
    static ReceivedBody of(Call call) throws IOException {
        return of(call, Optional.empty());
    }

    /** The same, with a checksum that is computed where the client brings none. */
    static ReceivedBody of(Call call, Optional<ChecksumAlgorithm> otherwise) throws IOException {
        return new ReceivedBody(PayloadStream.open(
                call.request().body().open(),
                call.authenticated().payload(),
                call.request().headers(),
                call.authenticated().signing(),
                PayloadChecks.ALL.withoutSha256().otherwise(otherwise)));
    }

    /** Refuses a body whose end nobody could tell from a lost connection. */
    static void requireLength(RemoteBody body) {
        if (body.contentLength().isEmpty() && !body.chunked()) {
            throw S3Error.of(S3ErrorCode.MISSING_CONTENT_LENGTH, "You must provide the Content-Length HTTP header.")
                    .refusal();
        }
    }

    @Override
    public InputStream stream() {
        return payload;
    }

    @Override
    public OptionalLong sizeBytes() {
        return payload.declaredLength();
    }

    @Override
    public Optional<ContentHash> announcedSha256() {
        return payload.declaredSha256().map(ContentHash::new);
    }

    @Override
    public List<ContentChecksum> checksums() {
        return payload.checksums();
    }
}
