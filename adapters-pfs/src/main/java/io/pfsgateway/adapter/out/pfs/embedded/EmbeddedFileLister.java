package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.application.port.out.FileLister;
import io.pfsgateway.domain.listing.ListingEntry;
import io.pfsgateway.domain.listing.ListingPage;
import io.pfsgateway.domain.listing.ListingQuery;
import io.pfsgateway.pfs.listing.Grouping;
import io.pfsgateway.pfs.listing.ListEntry;
import io.pfsgateway.pfs.listing.ListPage;
import io.pfsgateway.pfs.listing.Lister;
import io.pfsgateway.pfs.model.Bytes;
import java.util.Optional;

/** Lists from the engine, whose pages are the port's: same order, same start, same grouping. */
final class EmbeddedFileLister implements FileLister {
    private final Lister lister;

    EmbeddedFileLister(Lister lister) {
        this.lister = lister;
    }

    @Override
    public ListingPage list(ListingQuery query) {
        return EngineFailures.translating(
                Subject.of(query.branch(), query.commit()),
                () -> page(lister.list(
                        EngineWords.branch(query.branch()),
                        EngineWords.ref(query.commit()),
                        grouping(query.prefix(), query.delimiter()),
                        query.after().map(Bytes::utf8),
                        query.limit())));
    }

    static Grouping grouping(String prefix, Optional<String> delimiter) {
        return new Grouping(Bytes.utf8(prefix), delimiter.map(Bytes::utf8).orElse(Bytes.EMPTY));
    }

    private static ListingPage page(ListPage page) {
        return new ListingPage(
                EngineWords.commitInfo(page.commit()),
                page.entries().stream().map(EmbeddedFileLister::entry).toList(),
                page.truncated());
    }

    private static ListingEntry entry(ListEntry entry) {
        return entry instanceof ListEntry.File file
                ? ListingEntry.of(FileVersions.of(EngineWords.key(file.path()), file.row()))
                : ListingEntry.commonPrefix(entry.name().toUtf8());
    }
}
