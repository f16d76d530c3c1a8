package io.pfsgateway.pfs.server.change;

import java.util.ArrayList;
import java.util.List;

/** What becomes of one path: whether the file that is there goes, and what is put behind what is left. For one thread. */
final class PathChange implements AutoCloseable {
    private final List<Piece> pieces = new ArrayList<>();
    private boolean replaced;

    /** Takes away the file that is there, and what was put there before. */
    void delete() {
        replaced = true;
        close();
        pieces.clear();
    }

    void append(Piece piece) {
        pieces.add(piece);
    }

    boolean isReplaced() {
        return replaced;
    }

    /** What is put there, in order. Pieces without bytes are left out where another is there. */
    List<Piece> pieces() {
        List<Piece> filled =
                pieces.stream().filter(piece -> piece.sizeBytes() > 0).toList();
        return filled.isEmpty() && !pieces.isEmpty() ? List.of(pieces.get(0)) : filled;
    }

    @Override
    public void close() {
        pieces.forEach(Piece::close);
    }
}
