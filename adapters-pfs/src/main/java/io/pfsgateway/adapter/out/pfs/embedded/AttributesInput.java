package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.domain.failure.FileSystemFailure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what {@link AttributesOutput} wrote, and says so when it did not. */
final class AttributesInput {
    /** Five times seven bits are enough for an int. */
    private static final int LAST_SHIFT = 28;

    private final ByteBuffer in;

    AttributesInput(ByteBuffer in) {
        this.in = in;
    }

    int number() {
        int number = 0;
        for (int shift = 0; shift <= LAST_SHIFT; shift += 7) {
            if (!in.hasRemaining()) {
                throw corrupt("that end early");
            }
            byte next = in.get();
            number |= (next & 0x7f) << shift;
            if (next >= 0) {
                return requireNotNegative(number);
            }
        }
        throw corrupt("with a number of too many bytes");
    }

    private static int requireNotNegative(int number) {
        if (number < 0) {
            throw corrupt("with a negative number");
        }
        return number;
    }

    String text() {
        int length = number();
        if (length > in.remaining()) {
            throw corrupt("that end early");
        }
        byte[] utf8 = new byte[length];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    void requireEnd() {
        if (in.hasRemaining()) {
            throw corrupt("with " + in.remaining() + " bytes too many");
        }
    }

    static FileSystemFailure corrupt(String how) {
        return FileSystemFailure.corrupt(new IllegalStateException("A file has attributes " + how));
    }
}
