package io.pfsgateway.pfs.record;

import io.pfsgateway.pfs.model.CommitId;
import java.time.Instant;

/**
 * A line of commits: where it left its parent, where its head is, and how full its current epoch is. {@code parent} is 0
 * for a line that starts from nothing; from {@code floor} up to the head none of its branch's commits was squashed.
 */
public record LineRecord(LineState state, LineSequence fork, Head head, Epoch epoch, long children, long floor) {
    static final Codec<LineRecord> CODEC = new Codec<>() {
        @Override
        public void encode(LineRecord value, Encoder encoder) {
            encoder.u8(value.state.number()).number(value.fork.line()).number(value.fork.sequence());
            encoder.number(value.head.sequence).id(value.head.commit.value()).time(value.head.time);
            encoder.number(value.epoch.number).number(value.epoch.weight);
            encoder.number(value.children).number(value.floor);
        }

        @Override
        public LineRecord decode(Decoder decoder) {
            return new LineRecord(
                    LineState.ofNumber(decoder.u8()),
                    new LineSequence(decoder.number(), decoder.number()),
                    new Head(decoder.number(), new CommitId(decoder.id()), decoder.time()),
                    new Epoch(decoder.number(), decoder.number()),
                    decoder.number(),
                    decoder.number());
        }
    };

    /** The last commit that the line shows; one of an ancestor's as long as the line has none of its own. */
    public record Head(long sequence, CommitId commit, Instant time) {}

    /** The epoch that takes the next changes, and how much a reader has to lay over the last tree already. */
    public record Epoch(long number, long weight) {}

    /** A line that leaves another, or nothing, at a place. */
    public static LineRecord forked(LineSequence fork, Head head, long weight, long floor) {
        return new LineRecord(LineState.LIVE, fork, head, new Epoch(0, weight), 0, floor);
    }

    public LineRecord advancedTo(Head next, Epoch nextEpoch) {
        return new LineRecord(state, fork, next, nextEpoch, children, floor);
    }

    public LineRecord withState(LineState next) {
        return new LineRecord(next, fork, head, epoch, children, floor);
    }

    public LineRecord withChildren(long count) {
        return new LineRecord(state, fork, head, epoch, count, floor);
    }

    public LineRecord withFloor(long sequence) {
        return new LineRecord(state, fork, head, epoch, children, sequence);
    }

    public boolean hasParent() {
        return fork.line() != 0;
    }
}
