package io.pfsgateway.pfs.tree;

import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Turns nodes into bytes and back. Layout: version, height (zero for a leaf), CRC-32C of the rest in four bytes, then as varints the
 * count of entries and per entry the bytes shared with the key before, the length of the key's own rest and that rest, the length of
 * the value and the value. Above the leaves the value is the child's encoded id and the key a lower bound of the child's paths.
 */
final class NodeCodec {
    static final int HEADER_BYTES = 6;
    private static final int VERSION = 1;

    private NodeCodec() {}

    /** Puts the header before entries that a {@link NodeDraft} encoded; they take the body's bytes up to an end. */
    static byte[] encode(int height, int count, byte[] body, int bodyEnd) {
        EncodingBuffer buffer = new EncodingBuffer(HEADER_BYTES + 2 * Integer.BYTES + bodyEnd);
        buffer.octet(VERSION);
        buffer.octet(height);
        buffer.append(new byte[Integer.BYTES], 0, Integer.BYTES);
        buffer.varint(count);
        buffer.append(body, 0, bodyEnd);
        byte[] bytes = buffer.toByteArray();
        putChecksum(bytes);
        return bytes;
    }

    static Node decode(NodeId id, byte[] bytes) {
        if (bytes.length < HEADER_BYTES) {
            throw new CorruptNodeException(id, bytes.length + " bytes are too few");
        }
        if (bytes[0] != VERSION) {
            throw new CorruptNodeException(id, "unknown version " + bytes[0]);
        }
        if (checksum(bytes) != storedChecksum(bytes)) {
            throw new CorruptNodeException(id, "its checksum does not match");
        }
        try {
            return decodeEntries(bytes);
        } catch (IllegalArgumentException e) {
            throw new CorruptNodeException(id, String.valueOf(e.getMessage()), e);
        }
    }

    /** Reads a node that is known to be one of this version, and whole. */
    static Node decodeEntries(byte[] bytes) {
        EncodingReader reader = new EncodingReader(bytes, HEADER_BYTES, bytes.length);
        int count = reader.count();
        if (count == 0) {
            throw new IllegalArgumentException("a node without entries");
        }
        int[] keyStarts = new int[count + 1];
        int[] valueRanges = new int[2 * count];
        EncodingBuffer keys = new EncodingBuffer(2 * bytes.length);
        for (int i = 0; i < count; i++) {
            decodeKey(reader, bytes, keys, i == 0 ? 0 : keyStarts[i - 1]);
            if (i > 0) {
                expectAscending(keys, keyStarts[i - 1], keyStarts[i]);
            }
            keyStarts[i + 1] = keys.length();
            int valueLength = reader.count();
            valueRanges[2 * i] = reader.skip(valueLength);
            valueRanges[2 * i + 1] = valueRanges[2 * i] + valueLength;
        }
        reader.expectEnd();
        return new Node(bytes[1] & 0xFF, keys.toByteArray(), keyStarts, bytes, valueRanges);
    }

    private static void decodeKey(EncodingReader reader, byte[] bytes, EncodingBuffer keys, int previousStart) {
        int shared = reader.count();
        if (shared > keys.length() - previousStart) {
            throw new IllegalArgumentException("a key shares more than the key before it has");
        }
        int restLength = reader.count();
        int rest = reader.skip(restLength);
        keys.repeat(previousStart, shared);
        keys.append(bytes, rest, rest + restLength);
    }

    private static void expectAscending(EncodingBuffer keys, int previousStart, int start) {
        byte[] array = keys.array();
        if (Arrays.compareUnsigned(array, previousStart, start, array, start, keys.length()) >= 0) {
            throw new IllegalArgumentException("keys do not ascend");
        }
    }

    private static void putChecksum(byte[] bytes) {
        int checksum = checksum(bytes);
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[2 + i] = (byte) (checksum >>> (24 - 8 * i));
        }
    }

    private static int storedChecksum(byte[] bytes) {
        int checksum = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            checksum = (checksum << 8) | (bytes[2 + i] & 0xFF);
        }
        return checksum;
    }

    /** Covers the height too, which stands before the checksum. */
    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, 2);
        crc.update(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES);
        return (int) crc.getValue();
    }
}
