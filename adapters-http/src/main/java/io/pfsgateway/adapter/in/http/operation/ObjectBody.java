package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.exchange.AnswerBody;
import io.pfsgateway.adapter.in.http.exchange.AnswerOutput;
import io.pfsgateway.application.port.in.GetObjectUseCase;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** The bytes of an object that was found. */
record ObjectBody(GetObjectUseCase.Result result) implements AnswerBody {
    @Override
    public OptionalLong length() {
        return OptionalLong.of(result.range().length());
    }

    @Override
    public void writeTo(AnswerOutput out) throws IOException {
        long length = result.range().length();
        if (length == 0) {
            return;
        }
        try (InputStream content = result.content()) {
            out.send(content, length);
        }
    }

    @Override
    public void close() {
        result.close();
    }
}
