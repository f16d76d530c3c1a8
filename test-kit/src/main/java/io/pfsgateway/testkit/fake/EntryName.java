package io.pfsgateway.testkit.fake;

import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.DelimiterGrouping;
import java.util.Optional;

/** The name under which a listing shows a key: its own, or that of the common prefix which stands for it. */
record EntryName(String name, boolean isCommonPrefix) {
    static EntryName of(ObjectKey key, String prefix, Optional<String> delimiter) {
        String value = key.value();
        return DelimiterGrouping.commonPrefix(value, prefix, delimiter)
                .map(name -> new EntryName(name, true))
                .orElseGet(() -> new EntryName(value, false));
    }

    /** Whether it stands behind the entry that a page starts after. */
    boolean isAfter(Optional<String> after) {
        return after.isEmpty() || ObjectKey.compareUtf8(name, after.get()) > 0;
    }
}
