package io.pfsgateway.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.out.CallerIdentity;
import io.pfsgateway.application.port.out.ContentStaging;
import io.pfsgateway.application.port.out.PendingStagedContent;
import io.pfsgateway.application.port.out.StagedContent;
import io.pfsgateway.application.port.out.StagedContentId;
import io.pfsgateway.application.service.StagingCleanedByGateway;
import io.pfsgateway.domain.access.FileSystemToken;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.FileLocation;
import io.pfsgateway.testkit.fake.InMemoryCallerIdentity;
import io.pfsgateway.testkit.fake.InMemoryFileSystem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In whose name contents are staged, looked after and let go. */
final class StagingCleanedByGatewayTest {
    private static final FileSystemToken OWN = new FileSystemToken("own");
    private static final FileSystemToken ALICE = new FileSystemToken("alices");

    private final InMemoryCallerIdentity identity = new InMemoryCallerIdentity(OWN);
    private final List<FileSystemToken> askers = new ArrayList<>();
    private final ContentStaging staging = new StagingCleanedByGateway(
            new Noting(new InMemoryFileSystem().roles().staging()), identity);
    private final CallerIdentity.Scope scope = identity.assume(Optional.of(ALICE));

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void stagesInTheNameOfTheCaller() {
        staged();

        assertThat(askers).containsExactly(ALICE);
    }

    @Test
    void looksAfterWhatIsStagedInTheGatewaysOwnNameAndGoesOnInTheCallers() {
        StagedContent content = staged();
        askers.clear();

        assertThat(staging.find(content.id())).contains(content);
        assertThat(staging.list(Optional.empty(), 10)).containsExactly(content);
        staging.release(List.of(content.id()));
        staging.removeEmptyPlaces(Instant.MAX);

        assertThat(staging.find(content.id())).isEmpty();
        assertThat(askers).containsOnly(OWN).hasSize(5);
        assertThat(identity.shown()).contains(ALICE);
    }

    private StagedContent staged() {
        try (PendingStagedContent pending = staging.begin("upload", OptionalLong.empty())) {
            pending.write(new byte[] {1}, 0, 1);
            return pending.stage(Optional.empty());
        }
    }

    /** Notes in whose name it is asked. */
    private final class Noting implements ContentStaging {
        private final ContentStaging other;

        private Noting(ContentStaging other) {
            this.other = other;
        }

        private ContentStaging noted() {
            askers.add(identity.shown().orElseThrow());
            return other;
        }

        @Override
        public PendingStagedContent begin(String owner, OptionalLong sizeBytes) {
            return noted().begin(owner, sizeBytes);
        }

        @Override
        public StagedContent stageRange(String owner, FileLocation source, ByteRange range) {
            return noted().stageRange(owner, source, range);
        }

        @Override
        public Optional<StagedContent> find(StagedContentId id) {
            return noted().find(id);
        }

        @Override
        public void removeEmptyPlaces(Instant madeBefore) {
            noted().removeEmptyPlaces(madeBefore);
        }

        @Override
        public void release(Collection<StagedContentId> ids) {
            noted().release(ids);
        }

        @Override
        public List<StagedContent> list(Optional<StagedContentId> after, int limit) {
            return noted().list(after, limit);
        }
    }
}
