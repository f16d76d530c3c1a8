package io.pfsgateway.domain.checksum;

import java.nio.ByteBuffer;
import java.util.zip.Checksum;

/** A CRC, spelled as the big-endian bytes of its register. */
final class CyclicChecksum implements RunningChecksum {
    private final Checksum register;
    private final int sizeBytes;

    CyclicChecksum(Checksum register, int sizeBytes) {
        this.register = register;
        this.sizeBytes = sizeBytes;
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        register.update(bytes, offset, length);
    }

    @Override
    public byte[] finish() {
        byte[] value = new byte[sizeBytes];
        ByteBuffer eight = ByteBuffer.allocate(Long.BYTES).putLong(0, register.getValue());
        eight.get(Long.BYTES - sizeBytes, value);
        return value;
    }
}
