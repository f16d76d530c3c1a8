package io.pfsgateway.pfs.record;

/** A place on a line: the state that the commit of this sequence left. */
public record LineSequence(long line, long sequence) {
    static final Codec<LineSequence> CODEC = new Codec<>() {
        @Override
        public void encode(LineSequence value, Encoder encoder) {
            encoder.u64(value.line).u64(value.sequence);
        }

        @Override
        public LineSequence decode(Decoder decoder) {
            return new LineSequence(decoder.u64(), decoder.u64());
        }
    };

    public static LineSequence decodeKey(byte[] key) {
        return CODEC.decode(new Decoder(key));
    }
}
