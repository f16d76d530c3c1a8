package io.pfsgateway.bootstrap.settings;

import java.util.Optional;

/** Finds the name that was probably meant by one that is unknown. */
final class NearMatch {
    private NearMatch() {}

    /** The known name that takes the fewest edits, if it takes at most a third of the name's letters. */
    static Optional<String> of(String name, Iterable<String> known) {
        Optional<String> nearest = Optional.empty();
        int fewest = name.length() / 3 + 1;
        for (String candidate : known) {
            int edits = edits(name, candidate);
            if (edits < fewest) {
                fewest = edits;
                nearest = Optional.of(candidate);
            }
        }
        return nearest;
    }

    /** Levenshtein's distance: insertions, deletions and replacements that turn one into the other. */
    private static int edits(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[to.length()];
    }
}
