package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.pfs.model.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the numbers and texts that encoded attributes consist of. */
final class AttributesOutput {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A number of 0 or more, seven bits to a byte, the lowest first. */
    void number(int number) {
        int rest = number;
        while (rest > 0x7f) {
            out.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        out.write(utf8, 0, utf8.length);
    }

    Bytes bytes() {
        return Bytes.owning(out.toByteArray());
    }
}
