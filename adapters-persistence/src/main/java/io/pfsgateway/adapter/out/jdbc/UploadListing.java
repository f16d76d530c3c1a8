package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.domain.listing.DelimiterGrouping;
import io.pfsgateway.domain.listing.UploadEntry;
import io.pfsgateway.domain.listing.UploadPage;
import io.pfsgateway.domain.listing.UploadQuery;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of a branch's uploads. With a delimiter it reads stretches of rows and seeks past each common prefix, so that it
 * reads about as many rows as it shows entries: a stretch is twice as long as the last one where every row of that was shown, and
 * short where one was not.
 */
final class UploadListing {
    private static final int SHORT = 16;
    private static final int LONG = 1001;

    private final UploadTable uploads;
    private final UploadQuery query;
    private final List<UploadEntry> entries = new ArrayList<>();

    private byte[] from;
    private @Nullable Mark mark;
    private int stretch;

    /** An upload whose successors of the same key come before all that follows. */
    private record Mark(String key, UploadId id) {}

    UploadListing(UploadTable uploads, UploadQuery query) {
        this.uploads = uploads;
        this.query = query;
        this.from = KeyBytes.of(query.prefix());
        this.stretch = query.delimiter().isPresent() ? SHORT : LONG;
        query.after().ifPresent(this::startAfter);
    }

    private void startAfter(String name) {
        Optional<String> commonPrefix = commonPrefix(name);
        byte[] behind = commonPrefix.map(KeyBytes::behindPrefix).orElseGet(() -> KeyBytes.behind(name));
        from = KeyBytes.higher(from, behind);
        if (name.startsWith(query.prefix()) && commonPrefix.isEmpty()) {
            query.afterUpload().ifPresent(id -> mark = new Mark(name, id));
        }
    }

    UploadPage page() {
        boolean more = true;
        while (more && entries.size() <= query.limit()) {
            // An entry more than the page has tells that others follow.
            int length = (int) Math.min(stretch, query.limit() + 1L - entries.size());
            List<Upload> rows = read(length);
            stretch = show(rows) == length ? Math.min(LONG, 2 * stretch) : SHORT;
            more = rows.size() == length;
        }
        boolean cut = entries.size() > query.limit();
        return new UploadPage(cut ? entries.subList(0, query.limit()) : entries, cut);
    }

    private List<Upload> read(int length) {
        List<Upload> rows = new ArrayList<>();
        if (mark != null) {
            rows.addAll(uploads.ofKey(query.branch(), KeyBytes.of(mark.key()), mark.id(), length));
        }
        if (rows.size() < length) {
            byte[] below = KeyBytes.behindPrefix(query.prefix());
            rows.addAll(uploads.ofKeys(query.branch(), from, below, length - rows.size()));
        }
        return rows;
    }

    /** Adds the entries that rows are, answers how many those were, and goes to where the next stretch begins. */
    private int show(List<Upload> rows) {
        int before = entries.size();
        for (Upload upload : rows) {
            String key = upload.key().value();
            Optional<String> commonPrefix = commonPrefix(key);
            if (commonPrefix.isEmpty()) {
                entries.add(UploadEntry.of(upload));
                from = KeyBytes.behind(key);
                mark = new Mark(key, upload.id());
            } else if (!isShown(commonPrefix.get())) {
                entries.add(UploadEntry.commonPrefix(commonPrefix.get()));
                from = KeyBytes.behindPrefix(commonPrefix.get());
                mark = null;
            }
        }
        return entries.size() - before;
    }

    private boolean isShown(String commonPrefix) {
        if (entries.isEmpty()) {
            return false;
        }
        UploadEntry last = entries.get(entries.size() - 1);
        return last.upload().isEmpty() && last.name().equals(commonPrefix);
    }

    private Optional<String> commonPrefix(String name) {
        return DelimiterGrouping.commonPrefix(name, query.prefix(), query.delimiter());
    }
}
