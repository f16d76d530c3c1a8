package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Timestamp;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.StatusException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.StreamObserver;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.protocol.APIGrpc;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.CommitInfo;
import io.pfsgateway.pfs.protocol.FindCommitsRequest;
import io.pfsgateway.pfs.protocol.FindCommitsResponse;
import io.pfsgateway.pfs.protocol.ListCommitRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Of which commits a key's changes are told, where some came to nothing: the embedded server has none of those. */
class BranchCommitsTest {
    private static final BranchId BRANCH = BranchId.of("master", "repo");
    private static final ObjectKey KEY = new ObjectKey("a");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final CommitId FIRST = id(1);
    private static final CommitId SECOND = id(2);
    private static final CommitId THIRD = id(3);

    private final Walked walked = new Walked();
    private final Server server;
    private final ManagedChannel channel;

    BranchCommitsTest() throws IOException {
        String name = InProcessServerBuilder.generateName();
        server = InProcessServerBuilder.forName(name).addService(walked).build().start();
        channel = InProcessChannelBuilder.forName(name).build();
    }

    @AfterEach
    void stop() {
        channel.shutdownNow();
        server.shutdownNow();
    }

    private static CommitId id(int number) {
        return new CommitId("00000000000040008%015x".formatted(number));
    }

    private BranchCommits commits() throws StatusException {
        return BranchCommits.of(new PfsClient(channel, PATIENCE, KeyPaths.plain()), BRANCH);
    }

    private List<CommitId> changed(int limit) throws StatusException {
        return commits().thatChanged(KEY, limit).stream()
                .map(io.pfsgateway.domain.commit.CommitInfo::id)
                .toList();
    }

    @Test
    void areToldWhereTheOldestCameToNothing() throws StatusException {
        walked.oldestFirst(failed(FIRST), finished(SECOND), finished(THIRD));
        walked.found(List.of(THIRD, FIRST), FIRST);
        assertThat(changed(10)).containsExactly(THIRD);
        assertThat(commits().readable()).containsExactly(THIRD, SECOND);
    }

    @Test
    void areNoneWhereTheOnlyCommitIsOpen() throws StatusException {
        walked.oldestFirst(open(FIRST));
        assertThat(changed(10)).isEmpty();
    }

    @Test
    void areNotToldWhereTheSearchWasGivenUp() {
        walked.oldestFirst(finished(FIRST), finished(SECOND), finished(THIRD));
        walked.found(List.of(THIRD), SECOND);
        assertThatThrownBy(() -> changed(10)).isInstanceOf(StatusException.class);
    }

    @Test
    void areToldWithoutTheRestOfTheSearchWhereNoMoreAreWanted() throws StatusException {
        walked.oldestFirst(finished(FIRST), failed(SECOND), finished(THIRD));
        walked.found(List.of(THIRD, SECOND, FIRST), SECOND);
        assertThat(changed(2)).containsExactly(THIRD, FIRST);
    }

    @Test
    void areOrderedWhateverCameOfThem() throws StatusException {
        walked.oldestFirst(finished(FIRST), failed(SECOND), finished(THIRD));
        assertThat(commits().isOlder(FIRST, SECOND)).isTrue();
        assertThat(commits().isOlder(THIRD, SECOND)).isFalse();
    }

    private static CommitInfo.Builder open(CommitId id) {
        return CommitInfo.newBuilder()
                .setCommit(PfsMessages.commit(BRANCH, id))
                .setStarted(Timestamp.getDefaultInstance());
    }

    private static CommitInfo.Builder finished(CommitId id) {
        return open(id).setFinishing(Timestamp.getDefaultInstance()).setFinished(Timestamp.getDefaultInstance());
    }

    private static CommitInfo.Builder failed(CommitId id) {
        return finished(id).setError("file / directory path collision");
    }

    /** A server of one branch, which finds what it is told to. */
    private static final class Walked extends APIGrpc.APIImplBase {
        private final List<CommitInfo> newestFirst = new ArrayList<>();
        private final List<FindCommitsResponse> found = new ArrayList<>();

        void oldestFirst(CommitInfo.Builder... commits) {
            for (CommitInfo.Builder commit : commits) {
                newestFirst.add(commit.build());
            }
            Collections.reverse(newestFirst);
        }

        void found(List<CommitId> commits, CommitId lastSearched) {
            for (CommitId commit : commits) {
                found.add(FindCommitsResponse.newBuilder()
                        .setFoundCommit(message(commit))
                        .build());
            }
            found.add(FindCommitsResponse.newBuilder()
                    .setLastSearchedCommit(message(lastSearched))
                    .build());
        }

        private static Commit message(CommitId commit) {
            return PfsMessages.commit(BRANCH, commit);
        }

        @Override
        public void listCommit(ListCommitRequest request, StreamObserver<CommitInfo> client) {
            newestFirst.forEach(client::onNext);
            client.onCompleted();
        }

        @Override
        public void findCommits(FindCommitsRequest request, StreamObserver<FindCommitsResponse> client) {
            found.forEach(client::onNext);
            client.onCompleted();
        }
    }
}
