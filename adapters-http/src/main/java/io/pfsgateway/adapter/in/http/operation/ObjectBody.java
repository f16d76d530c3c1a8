package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.exchange.AnswerBody;
import io.pfsgateway.application.port.in.GetObjectUseCase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalLong;

/** The bytes of an object that was found. They go through one buffer, which is no larger than they are. */
record ObjectBody(GetObjectUseCase.Result result) implements AnswerBody {
    private static final int MAX_BUFFER_BYTES = 64 * 1024;

    @Override
    public OptionalLong length() {
        return OptionalLong.of(result.range().length());
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        long length = result.range().length();
        if (length == 0) {
            return;
        }
        byte[] buffer = new byte[(int) Math.min(MAX_BUFFER_BYTES, length)];
        try (InputStream content = result.content()) {
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                out.write(buffer, 0, count);
            }
        }
    }

    @Override
    public void close() {
        result.close();
    }
}
