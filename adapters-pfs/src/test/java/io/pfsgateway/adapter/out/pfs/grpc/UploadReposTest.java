package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.adapter.out.pfs.grpc.UploadRepos.Place;
import io.pfsgateway.application.port.out.ContentStaging;
import io.pfsgateway.application.port.out.PendingStagedContent;
import io.pfsgateway.application.port.out.StagedContent;
import io.pfsgateway.pfs.protocol.FileInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the repositories in which contents are staged. */
class UploadReposTest {
    @RegisterExtension
    static final PachdServer SERVER = new PachdServer();

    private final String owner = UUID.randomUUID().toString();
    private final ContentStaging staging = SERVER.ports().staging();
    private final UploadRepos repos = new UploadRepos(SERVER.client());
    private final String repo = UploadRepos.newContent(owner, 0).repo();

    private StagedContent stage() {
        try (PendingStagedContent content = staging.begin(owner, OptionalLong.empty())) {
            content.write(new byte[] {1}, 0, 1);
            return content.stage(Optional.empty());
        }
    }

    private void write(String path) {
        try (Upstream file = new Upstream(repos.modify(new Place(repo, path)), path)) {
            file.write(new byte[] {1}, 0, 1);
            file.verified(Optional.empty());
            file.modification().commit();
        }
    }

    private boolean isThere() {
        return repos.list().stream().anyMatch(info -> info.getRepo().getName().equals(repo));
    }

    private static Instant now() {
        return Instant.now();
    }

    @Test
    void goWhenNothingWasEverStagedInThem() {
        staging.begin(owner, OptionalLong.empty()).close();
        staging.removeEmptyPlaces(now().minusSeconds(3600));
        assertThat(isThere()).isTrue();

        staging.removeEmptyPlaces(now().plusSeconds(3600));
        assertThat(isThere()).isFalse();
    }

    @Test
    void goWhenOnlyWhatWasComposedIsLeftInThem() {
        StagedContent content = stage();
        write("/composed-" + UUID.randomUUID());
        staging.release(List.of(content.id()));
        assertThat(isThere()).isFalse();

        staging.begin(owner, OptionalLong.empty()).close();
        write("/composed-" + UUID.randomUUID());
        staging.removeEmptyPlaces(now().plusSeconds(3600));
        assertThat(isThere()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/readme", "/1-2", "/-", "/99999999999999999999999-a", "/dir/0000000000001-x"})
    void stayWithWhatSomebodyElseHasPutThere(String path) {
        StagedContent content = stage();
        write(path);
        assertThat(staging.list(Optional.empty(), 100_000))
                .filteredOn(staged -> staged.owner().equals(owner))
                .containsExactly(content);
        staging.release(List.of(content.id()));
        staging.removeEmptyPlaces(now().plusSeconds(3600));

        assertThat(repos.files(repo))
                .extracting(FileInfo::getFile)
                .extracting("path")
                .containsExactly(path);
    }
}
