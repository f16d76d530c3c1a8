package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.ContentStaging;
import io.pfsgateway.application.port.out.PendingStagedContent;
import io.pfsgateway.application.port.out.StagedContent;
import io.pfsgateway.application.port.out.StagedContentId;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.FileLocation;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;

/** Staged contents by id. */
final class InMemoryContentStaging implements ContentStaging {
    private final Snapshots snapshots;
    private final Handles handles;

    InMemoryContentStaging(Snapshots snapshots, Handles handles) {
        this.snapshots = snapshots;
        this.handles = handles;
    }

    @Override
    public PendingStagedContent begin(String owner, OptionalLong sizeBytes) {
        return new InMemoryPendingStagedContent(this, owner, new ReceivedBytes(handles.take()));
    }

    StagedContent stage(String owner, StoredContent content) {
        StagedContentId id = new StagedContentId(UUID.randomUUID().toString());
        StagedContent staged = new StagedContent(id, owner, content.sizeBytes(), content.hash(), snapshots.now());
        snapshots.change(snapshot -> {
            NavigableMap<String, StagedFile> more = new TreeMap<>(snapshot.staged());
            more.put(id.value(), new StagedFile(staged, content));
            return snapshot.withStaged(more);
        });
        return staged;
    }

    @Override
    public StagedContent stageRange(String owner, FileLocation source, ByteRange range) {
        StoredFile file = InMemoryCommitter.sourceFile(snapshots.newest(), source);
        return stage(owner, file.content().stretch(range));
    }

    @Override
    public Optional<StagedContent> find(StagedContentId id) {
        return Optional.ofNullable(snapshots.newest().staged().get(id.value())).map(StagedFile::staged);
    }

    @Override
    public void release(Collection<StagedContentId> ids) {
        snapshots.change(snapshot -> {
            NavigableMap<String, StagedFile> fewer = new TreeMap<>(snapshot.staged());
            ids.forEach(id -> fewer.remove(id.value()));
            return snapshot.withStaged(fewer);
        });
    }

    @Override
    public List<StagedContent> list(Optional<StagedContentId> after, int limit) {
        NavigableMap<String, StagedFile> all = snapshots.newest().staged();
        NavigableMap<String, StagedFile> rest =
                after.map(id -> all.tailMap(id.value(), false)).orElse(all);
        return rest.values().stream().limit(limit).map(StagedFile::staged).toList();
    }
}
