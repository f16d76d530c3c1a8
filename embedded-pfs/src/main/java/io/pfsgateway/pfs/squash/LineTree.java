package io.pfsgateway.pfs.squash;

import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineRecord;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All lines, which of them left which and where, and the branches that they serve. */
final class LineTree {
    private final Map<Long, LineRecord> lines = new TreeMap<>();
    private final Map<Long, List<Long>> children = new HashMap<>();
    private final Map<Long, BranchName> branches = new HashMap<>();

    private LineTree() {}

    static LineTree read(Reader reader) {
        LineTree tree = new LineTree();
        try (Cursor cursor = reader.cursor(Family.LINES, Keys.first(), Keys.last())) {
            for (cursor.first(); cursor.valid(); cursor.next()) {
                tree.add(Keys.decodeLine(cursor.key()), Tables.LINES.decode(cursor.value()));
            }
        }
        try (Cursor cursor = reader.cursor(Family.BRANCHES, Keys.first(), Keys.last())) {
            for (cursor.first(); cursor.valid(); cursor.next()) {
                tree.branches.put(Tables.BRANCHES.decode(cursor.value()).line(), Keys.decodeBranch(cursor.key()));
            }
        }
        return tree;
    }

    private void add(long number, LineRecord line) {
        lines.put(number, line);
        children.computeIfAbsent(line.fork().line(), parent -> new ArrayList<>())
                .add(number);
    }

    Map<Long, LineRecord> lines() {
        return lines;
    }

    Optional<BranchName> branchOf(long line) {
        return Optional.ofNullable(branches.get(line));
    }

    /** The sequences of a line's commits from which other lines start. */
    Set<Long> startsOn(long line) {
        return childrenOf(line).stream()
                .map(child -> record(child).fork().sequence())
                .collect(Collectors.toSet());
    }

    /**
     * The lines in whose history commits of this one before a sequence may be missing, itself among them, each with a sequence from
     * which none is.
     */
    Map<Long, Long> floorsAfter(long line, long sequence) {
        Map<Long, Long> floors = new TreeMap<>(Map.of(line, sequence));
        Deque<Long> open = new ArrayDeque<>(List.of(line));
        while (!open.isEmpty()) {
            long parent = open.remove();
            for (long child : childrenOf(parent)) {
                long fork = record(child).fork().sequence();
                floors.put(child, Math.min(fork, floors.getOrDefault(parent, fork)));
                open.add(child);
            }
        }
        return floors;
    }

    private List<Long> childrenOf(long line) {
        return children.getOrDefault(line, List.of());
    }

    private LineRecord record(long line) {
        LineRecord found = lines.get(line);
        if (found == null) {
            throw new IllegalStateException("Line " + line + " was not read");
        }
        return found;
    }
}
