package io.pfsgateway.pfs.index;

import io.pfsgateway.pfs.record.LineSequence;
import io.pfsgateway.pfs.tree.NodeId;

/** The value of a live path in a tree: the place where its row was written. It has the form that node ids have. */
final class WrittenAt {
    private WrittenAt() {}

    static byte[] encode(LineSequence place) {
        return new NodeId(place.line(), place.sequence()).encode();
    }

    static LineSequence decode(byte[] value) {
        NodeId numbers = NodeId.decode(value);
        return new LineSequence(numbers.line(), numbers.number());
    }
}
