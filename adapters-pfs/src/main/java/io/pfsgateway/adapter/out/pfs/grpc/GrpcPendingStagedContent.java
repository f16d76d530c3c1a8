package io.pfsgateway.adapter.out.pfs.grpc;

import io.pfsgateway.adapter.out.pfs.grpc.UploadRepos.Place;
import io.pfsgateway.application.port.out.PendingStagedContent;
import io.pfsgateway.application.port.out.StagedContent;
import io.pfsgateway.domain.failure.UploadFailure;
import io.pfsgateway.domain.file.ContentHash;
import java.util.Optional;

/** A content on its way into a repository of the gateway's own. */
final class GrpcPendingStagedContent implements PendingStagedContent {
    private final UploadRepos repos;
    private final Place place;
    private final Upstream upstream;

    GrpcPendingStagedContent(UploadRepos repos, Place place) {
        this.repos = repos;
        this.place = place;
        this.upstream = new Upstream(repos.modify(place), place.path());
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        upstream.write(bytes, offset, length);
    }

    @Override
    public StagedContent stage(Optional<ContentHash> sha256) {
        upstream.verified(sha256);
        upstream.modification().commit();
        return repos.find(place)
                .flatMap(file -> UploadRepos.content(file, place.repo()))
                // It was released at once, with all that was staged for its owner.
                .orElseThrow(() -> UploadFailure.noSuchUpload(UploadRepos.owner(place.repo())));
    }

    @Override
    public void close() {
        upstream.close();
    }
}
