package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import io.pfsgateway.adapter.out.pfs.grpc.UploadRepos.Place;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.ComposeFileSetRequest;
import io.pfsgateway.pfs.protocol.CreateFileSetResponse;
import io.pfsgateway.pfs.protocol.File;
import io.pfsgateway.pfs.protocol.ModifyFileRequest;
import io.pfsgateway.pfs.protocol.Project;
import io.pfsgateway.pfs.protocol.Repo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files made of others, one behind the other, within the server. Two copies to one path in one stream it would take for two files;
 * so each part gets a file set of its own, and the file sets are laid over each other, which joins what they hold of a path. They
 * are needed until the next commit has copied from them, and go by themselves soon after.
 */
final class Sequences {
    /** The repository under which a server shows file sets. */
    private static final String FILE_SETS = "__filesets__";

    private static final String PATH = "/sequence";
    private static final int CALLS_AT_ONCE = 16;
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final PfsClient client;

    Sequences(PfsClient client) {
        this.client = client;
    }

    /** Writes a file of all parts at a place, in one commit, or in one for each part on a server that knows no file sets. */
    void compose(UploadRepos repos, Place at, List<Place> parts) {
        Optional<File> sequence =
                parts.size() == 1 ? Optional.of(UploadRepos.file(parts.get(0))) : sequence(at.repo(), parts);
        if (sequence.isPresent()) {
            try (Modification modification = repos.modify(at)) {
                modification.copy(at.path(), sequence.get());
                modification.commit();
            }
            return;
        }
        for (Place part : parts) {
            try (Modification modification = repos.modify(at)) {
                modification.appendCopy(at.path(), UploadRepos.file(part));
                modification.commit();
            }
        }
    }

    /** A file of all parts, to be copied from soon; empty on a server that knows no file sets. */
    private Optional<File> sequence(String repo, List<Place> parts) {
        try {
            List<String> sets = new ArrayList<>();
            for (int from = 0; from < parts.size(); from += CALLS_AT_ONCE) {
                sets.addAll(fileSets(parts.subList(from, Math.min(parts.size(), from + CALLS_AT_ONCE))));
            }
            ComposeFileSetRequest request = ComposeFileSetRequest.newBuilder()
                    .addAllFileSetIds(sets)
                    .setTtlSeconds(LIFETIME.toSeconds())
                    .build();
            return Optional.of(file(client.asking().composeFileSet(request).getFileSetId()));
        } catch (StatusException failed) {
            if (failed.getStatus().getCode() == Status.Code.UNIMPLEMENTED) {
                return Optional.empty();
            }
            throw UploadRepos.failure(failed, repo);
        }
    }

    private List<String> fileSets(List<Place> parts) throws StatusException {
        return Answers.ofEach(parts, this::startFileSet).stream()
                .flatMap(List::stream)
                .map(CreateFileSetResponse::getFileSetId)
                .toList();
    }

    private BlockingClientCall<ModifyFileRequest, CreateFileSetResponse> startFileSet(Place part)
            throws StatusException, InterruptedException {
        BlockingClientCall<ModifyFileRequest, CreateFileSetResponse> call =
                client.asking().createFileSet();
        boolean started = false;
        try {
            call.write(Modification.copyOf(PATH, UploadRepos.file(part), true));
            call.halfClose();
            started = true;
            return call;
        } finally {
            if (!started) {
                call.cancel("The question was not asked.", null);
            }
        }
    }

    private static File file(String fileSet) {
        Repo repo = Repo.newBuilder()
                .setName(FILE_SETS)
                .setType(PfsMessages.USER)
                .setProject(Project.newBuilder().setName("default"))
                .build();
        return PfsMessages.file(Commit.newBuilder().setRepo(repo).setId(fileSet).build(), PATH);
    }
}
