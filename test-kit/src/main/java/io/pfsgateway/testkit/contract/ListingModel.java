package io.pfsgateway.testkit.contract;

import io.pfsgateway.domain.file.ObjectKey;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a listing is, said as plainly as can be: every key, rolled up, made unique, put in order, and cut. */
final class ListingModel {
    private ListingModel() {}

    /** The names of all entries behind {@code after}. */
    static List<String> names(Stream<String> keys, String prefix, Optional<String> delimiter, Optional<String> after) {
        SortedSet<String> names = keys.filter(key -> key.startsWith(prefix))
                .map(key -> rolledUp(key, prefix, delimiter))
                .collect(Collectors.toCollection(() -> new TreeSet<>(ObjectKey::compareUtf8)));
        return names.stream()
                .filter(name -> after.isEmpty() || ObjectKey.compareUtf8(name, after.get()) > 0)
                .toList();
    }

    static String rolledUp(String key, String prefix, Optional<String> delimiter) {
        if (delimiter.isEmpty()) {
            return key;
        }
        String rest = key.substring(prefix.length());
        int at = rest.indexOf(delimiter.get());
        return at < 0 ? key : prefix + rest.substring(0, at) + delimiter.get();
    }
}
