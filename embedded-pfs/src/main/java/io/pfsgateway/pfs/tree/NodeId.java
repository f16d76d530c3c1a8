package io.pfsgateway.pfs.tree;

/**
 * Names one node of a tree, and thereby the version of the map whose root that node is: the line of commits that the node belongs to
 * and its number there. The pair of zeros is {@link #EMPTY}, so a store numbers its nodes from one. Negative parts are refused.
 */
public record NodeId(long line, long number) {
    /** The root of the map that holds nothing; no node is stored for it. */
    public static final NodeId EMPTY = new NodeId(0, 0);

    public NodeId {
        if (line < 0 || number < 0) {
            throw new IllegalArgumentException("a node's line and number are not negative: " + line + "/" + number);
        }
    }

    /** The inverse of {@link #encode()}; refuses bytes that are too few or too many. */
    public static NodeId decode(byte[] bytes) {
        EncodingReader reader = new EncodingReader(bytes, 0, bytes.length);
        NodeId id = new NodeId(reader.varint(), reader.varint());
        reader.expectEnd();
        return id;
    }

    /** Two to eighteen bytes, the fewer the smaller the numbers are. */
    public byte[] encode() {
        EncodingBuffer buffer = new EncodingBuffer(10);
        buffer.varint(line);
        buffer.varint(number);
        return buffer.toByteArray();
    }

    public boolean isEmpty() {
        return line == 0 && number == 0;
    }

    @Override
    public String toString() {
        return line + "/" + number;
    }
}
