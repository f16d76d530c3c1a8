package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.application.port.out.FileHistory;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.listing.VersionEntry;
import io.pfsgateway.domain.listing.VersionPage;
import io.pfsgateway.domain.listing.VersionQuery;
import io.pfsgateway.pfs.listing.History;
import io.pfsgateway.pfs.listing.VersionMarker;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.FileRow;
import java.util.Optional;

/** Tells the engine's versions. */
final class EmbeddedFileHistory implements FileHistory {
    private final History history;

    EmbeddedFileHistory(History history) {
        this.history = history;
    }

    @Override
    public VersionPage versions(VersionQuery query) {
        CommitRef asked = query.afterVersion().map(CommitRef::to).orElse(CommitRef.HEAD);
        return EngineFailures.translating(
                Subject.of(query.branch(), asked),
                () -> page(history.versions(
                        EngineWords.branch(query.branch()),
                        EmbeddedFileLister.grouping(query.prefix(), query.delimiter()),
                        marker(query),
                        query.limit())));
    }

    private static Optional<VersionMarker> marker(VersionQuery query) {
        return query.after()
                .map(Bytes::utf8)
                .map(name -> new VersionMarker(
                        name, query.afterVersion().filter(id -> isPath(name)).map(EngineWords::commit)));
    }

    /** Only a path has versions to go on among; behind any other name the next path begins. */
    private static boolean isPath(Bytes name) {
        return !name.isEmpty() && name.length() <= FilePath.MAX_BYTES;
    }

    private static VersionPage page(io.pfsgateway.pfs.listing.VersionPage page) {
        return new VersionPage(
                page.entries().stream().map(EmbeddedFileHistory::entry).toList(), page.truncated());
    }

    private static VersionEntry entry(io.pfsgateway.pfs.listing.VersionEntry entry) {
        return entry instanceof io.pfsgateway.pfs.listing.VersionEntry.Version version
                ? version(version)
                : VersionEntry.commonPrefix(((io.pfsgateway.pfs.listing.VersionEntry.CommonPrefix) entry)
                        .name()
                        .toUtf8());
    }

    private static VersionEntry version(io.pfsgateway.pfs.listing.VersionEntry.Version version) {
        CommitInfo commit = EngineWords.commitInfo(version.version());
        return version.version() instanceof FileRow row
                ? VersionEntry.version(commit, version.latest(), FileVersions.of(EngineWords.key(version.path()), row))
                : VersionEntry.deletion(version.path().bytes().toUtf8(), commit, version.latest());
    }
}
