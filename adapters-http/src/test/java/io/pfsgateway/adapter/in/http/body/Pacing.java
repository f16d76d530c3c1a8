package io.pfsgateway.adapter.in.http.body;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** How a body trickles in, and in what gulps it is read. */
enum Pacing {
    ALL_AT_ONCE(Integer.MAX_VALUE, 1 << 20),
    BYTE_BY_BYTE(1, 1),
    BYTES_IN_GULPS_OUT(1, 50_000),
    GULPS_IN_BYTES_OUT(50_000, 1),
    ODD(7, 11),
    ODD_AND_LARGE(8_191, 10_007);

    private final int mostIn;
    private final int mostOut;

    Pacing(int mostIn, int mostOut) {
        this.mostIn = mostIn;
        this.mostOut = mostOut;
    }

    /** A source that never gives more at once than this pacing allows. */
    InputStream source(byte[] bytes) {
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(length, mostIn));
            }
        };
    }

    /** Reads to the end in gulps of this pacing. */
    byte[] readAll(InputStream stream) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] gulp = new byte[mostOut];
        for (int read = next(stream, gulp); read >= 0; read = next(stream, gulp)) {
            all.write(gulp, 0, read);
        }
        return all.toByteArray();
    }

    private static int next(InputStream stream, byte[] gulp) throws IOException {
        if (gulp.length > 1) {
            return stream.read(gulp);
        }
        int one = stream.read();
        gulp[0] = (byte) one;
        return one < 0 ? -1 : 1;
    }
}
