package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.application.port.out.ContentStaging;
import io.pfsgateway.application.port.out.PendingStagedContent;
import io.pfsgateway.application.port.out.StagedContent;
import io.pfsgateway.application.port.out.StagedContentId;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.FileLocation;
import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.read.OpenFile;
import io.pfsgateway.pfs.staged.StagedPart;
import io.pfsgateway.pfs.staged.Staging;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Stages contents in the engine, in the order in which they were begun. The owner is the tag that the engine keeps with each. */
final class EmbeddedContentStaging implements ContentStaging {
    private final EmbeddedPfs engine;
    private final Staging staging;
    private final FileSources sources;

    EmbeddedContentStaging(EmbeddedPfs engine) {
        this.engine = engine;
        this.staging = engine.staging();
        this.sources = new FileSources(engine.reader());
    }

    @Override
    public PendingStagedContent begin(String owner, OptionalLong sizeBytes) {
        return new EmbeddedPendingStagedContent(staging, EngineBytes.begin(engine, Subject.NONE), owner);
    }

    @Override
    public StagedContent stageRange(String owner, FileLocation source, ByteRange range) {
        try (OpenFile file = sources.open(source)) {
            return EngineFailures.translating(
                    Subject.of(source.branch(), source.key()),
                    () -> staged(
                            staging.stageRange(file.content(), range.offset(), range.length(), Bytes.utf8(owner))));
        }
    }

    @Override
    public Optional<StagedContent> find(StagedContentId id) {
        return StagedIds.parse(id)
                .flatMap(number -> EngineFailures.translating(Subject.NONE, () -> staging.find(number)))
                .map(EmbeddedContentStaging::staged);
    }

    @Override
    public void release(Collection<StagedContentId> ids) {
        List<ContentId> known =
                ids.stream().map(StagedIds::parse).flatMap(Optional::stream).toList();
        if (!known.isEmpty()) {
            EngineFailures.translating(Subject.NONE, () -> staging.release(known));
        }
    }

    @Override
    public List<StagedContent> list(Optional<StagedContentId> after, int limit) {
        Optional<ContentId> last = after.map(id -> StagedIds.parse(id)
                .orElseThrow(() -> RequestFailure.invalidArgument(
                        "staged content", id.value(), "A listing goes on behind an id that was listed.")));
        return EngineFailures.translating(
                Subject.NONE,
                () -> staging.list(last, limit).stream()
                        .map(EmbeddedContentStaging::staged)
                        .toList());
    }

    static StagedContent staged(StagedPart part) {
        return new StagedContent(
                StagedIds.of(part.id()), part.tag().toUtf8(), part.size(), EngineWords.hash(part.hash()), part.time());
    }
}
