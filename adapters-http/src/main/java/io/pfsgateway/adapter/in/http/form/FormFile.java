package io.pfsgateway.adapter.in.http.form;

import io.pfsgateway.adapter.in.http.body.BodyProblem;
import io.pfsgateway.adapter.in.http.exchange.RemoteBody;
import io.pfsgateway.adapter.in.http.form.PostPolicy.LengthRange;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.OptionalLong;

/** The file of a form as the body of an upload. It ends only if it is as long as the policy wants it. */
public record FormFile(InputStream form, LengthRange length) implements RemoteBody {
    @Override
    public InputStream open() {
        return new Limited(form, length);
    }

    @Override
    public OptionalLong contentLength() {
        return OptionalLong.empty();
    }

    /** Its length shows only at its end. */
    @Override
    public boolean chunked() {
        return true;
    }

    private static final class Limited extends FilterInputStream {
        private final LengthRange length;
        private long count;

        Limited(InputStream in, LengthRange length) {
            super(in);
            this.length = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int wanted) throws IOException {
            int read = super.read(target, offset, wanted);
            count += Math.max(read, 0);
            if (count > length.most()) {
                throw new BodyProblem(
                        BodyProblem.Kind.TOO_LARGE,
                        "Your proposed upload exceeds the maximum allowed size",
                        Map.of("MaxSizeAllowed", Long.toString(length.most())));
            }
            if (read < 0 && count < length.least()) {
                throw new BodyProblem(
                        BodyProblem.Kind.TOO_SMALL,
                        "Your proposed upload is smaller than the minimum allowed size",
                        Map.of("ProposedSize", Long.toString(count), "MinSizeAllowed", Long.toString(length.least())));
            }
            return read;
        }
    }
}
