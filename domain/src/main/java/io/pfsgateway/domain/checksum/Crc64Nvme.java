package io.pfsgateway.domain.checksum;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.zip.Checksum;

/**
 * CRC-64/NVME, the default of newer S3 clients, which the Java platform lacks: reflected polynomial
 * {@code 0x9A6C9329AC4BC9B5}, register and result inverted. Sixteen tables let it take in sixteen bytes at a step.
 * Source: NVM Command Set Specification, "64b CRC definition". Not safe for use by several threads.
 */
final class Crc64Nvme implements Checksum {
    private static final long POLYNOMIAL = 0x9A6C9329AC4BC9B5L;
    private static final int STEP = 16;

    // Row n at [n * 256, (n + 1) * 256): what a byte does to the register when n more bytes follow it.
    private static final long[] TABLE = table();
    private static final VarHandle LITTLE_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private long register = -1;

    private static long[] table() {
        long[] table = new long[STEP * 256];
        for (int index = 0; index < 256; index++) {
            long value = index;
            for (int bit = 0; bit < 8; bit++) {
                value = (value & 1) == 0 ? value >>> 1 : value >>> 1 ^ POLYNOMIAL;
            }
            table[index] = value;
        }
        for (int index = 256; index < table.length; index++) {
            long before = table[index - 256];
            table[index] = before >>> 8 ^ table[(int) before & 0xff];
        }
        return table;
    }

    @Override
    public void update(int each) {
        register = register >>> 8 ^ TABLE[(int) (register ^ each) & 0xff];
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        int end = offset + length;
        int at = offset;
        long crc = register;
        for (; at <= end - STEP; at += STEP) {
            long first = (long) LITTLE_ENDIAN.get(bytes, at) ^ crc;
            long second = (long) LITTLE_ENDIAN.get(bytes, at + Long.BYTES);
            crc = eight(first, 8) ^ eight(second, 0);
        }
        for (; at < end; at++) {
            crc = crc >>> 8 ^ TABLE[(int) (crc ^ bytes[at]) & 0xff];
        }
        register = crc;
    }

    /** What eight bytes do to the register when so many more follow them within the step. */
    private static long eight(long bytes, int following) {
        int row = following << 8;
        return TABLE[row + 0x700 + (int) (bytes & 0xff)]
                ^ TABLE[row + 0x600 + (int) (bytes >>> 8 & 0xff)]
                ^ TABLE[row + 0x500 + (int) (bytes >>> 16 & 0xff)]
                ^ TABLE[row + 0x400 + (int) (bytes >>> 24 & 0xff)]
                ^ TABLE[row + 0x300 + (int) (bytes >>> 32 & 0xff)]
                ^ TABLE[row + 0x200 + (int) (bytes >>> 40 & 0xff)]
                ^ TABLE[row + 0x100 + (int) (bytes >>> 48 & 0xff)]
                ^ TABLE[row + (int) (bytes >>> 56)];
    }

    @Override
    public long getValue() {
        return ~register;
    }

    @Override
    public void reset() {
        register = -1;
    }
}
