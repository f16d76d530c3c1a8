package io.pfsgateway.pfs.record;

/**
 * The end of an epoch of a line, and the tree of the state there once it is built. {@code nextNode} is the first number
 * that no node of the line's trees up to this one has taken.
 */
public record Seal(long epoch, boolean built, Root root, long nextNode) {
    static final Codec<Seal> CODEC = new Codec<>() {
        @Override
        public void encode(Seal value, Encoder encoder) {
            encoder.number(value.epoch).u8(value.built ? 1 : 0);
            encoder.number(value.root.line).number(value.root.number).number(value.nextNode);
        }

        @Override
        public Seal decode(Decoder decoder) {
            return new Seal(
                    decoder.number(),
                    decoder.u8() == 1,
                    new Root(decoder.number(), decoder.number()),
                    decoder.number());
        }
    };

    /** The topmost node of a tree: the line whose trees it belongs to, and its number there. */
    public record Root(long line, long number) {
        public static final Root NONE = new Root(0, 0);
    }

    public static Seal unbuilt(long epoch) {
        return new Seal(epoch, false, Root.NONE, 0);
    }
}
