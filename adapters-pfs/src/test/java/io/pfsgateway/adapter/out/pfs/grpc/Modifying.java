package io.pfsgateway.adapter.out.pfs.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.Empty;
import io.grpc.stub.StreamObserver;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.ModifyFileRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One {@code ModifyFile} as the server takes it: gathered, then applied to the head in one commit. */
final class Modifying implements StreamObserver<ModifyFileRequest> {
    private final PachdInMemory server;
    private final StreamObserver<Empty> answer;
    private final List<ModifyFileRequest> changes = new ArrayList<>();
    private @Nullable Commit target;

    Modifying(PachdInMemory server, StreamObserver<Empty> answer) {
        this.server = server;
        this.answer = answer;
    }

    @Override
    public void onNext(ModifyFileRequest message) {
        if (message.hasSetCommit()) {
            target = message.getSetCommit();
        } else {
            changes.add(message);
        }
    }

    @Override
    public void onError(Throwable cancelled) {
        changes.clear();
    }

    @Override
    public void onCompleted() {
        try {
            server.beforeCommit.run();
            Commit commit = target;
            if (commit == null) {
                throw new IllegalStateException("No commit was set");
            }
            server.repo.commit(commit.getBranch(), apply(commit));
            server.afterCommit.run();
            answer.onNext(Empty.getDefaultInstance());
            answer.onCompleted();
        } catch (RuntimeException failed) {
            answer.onError(failed);
        }
    }

    private SortedMap<String, ByteString> apply(Commit commit) {
        SortedMap<String, ByteString> files = server.repo
                .head(commit.getBranch())
                .map(state -> new TreeMap<>(state.files()))
                .orElseGet(TreeMap::new);
        for (ModifyFileRequest change : changes) {
            if (change.hasDeleteFile()) {
                files.remove(change.getDeleteFile().getPath());
            } else {
                files.merge(
                        change.getAddFile().getPath(),
                        change.getAddFile().getRaw().getValue(),
                        ByteString::concat);
            }
        }
        return files;
    }
}
