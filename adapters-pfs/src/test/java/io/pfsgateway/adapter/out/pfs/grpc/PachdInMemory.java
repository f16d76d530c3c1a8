package io.pfsgateway.adapter.out.pfs.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.BytesValue;
import com.google.protobuf.Empty;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.pfsgateway.pfs.protocol.APIGrpc;
import io.pfsgateway.pfs.protocol.BranchInfo;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.CommitInfo;
import io.pfsgateway.pfs.protocol.File;
import io.pfsgateway.pfs.protocol.FileInfo;
import io.pfsgateway.pfs.protocol.FileType;
import io.pfsgateway.pfs.protocol.GetFileRequest;
import io.pfsgateway.pfs.protocol.InspectBranchRequest;
import io.pfsgateway.pfs.protocol.InspectCommitRequest;
import io.pfsgateway.pfs.protocol.InspectFileRequest;
import io.pfsgateway.pfs.protocol.ListCommitRequest;
import io.pfsgateway.pfs.protocol.ModifyFileRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The service, with what it was asked, and with faults on demand. A file's hash is SHA-256 here, which no client can tell. */
final class PachdInMemory extends APIGrpc.APIImplBase {
    static final int MESSAGE_BYTES = 64 << 10;

    final MemoryRepo repo = new MemoryRepo();
    final List<String> calls = new CopyOnWriteArrayList<>();
    final AtomicInteger messagesSent = new AtomicInteger();
    final CountDownLatch readCancelled = new CountDownLatch(1);
    final CountDownLatch writeCancelled = new CountDownLatch(1);
    volatile Runnable beforeCommit = () -> {};
    volatile Runnable afterCommit = () -> {};
    volatile Runnable beforeEachAnswer = () -> {};

    @Override
    public void inspectBranch(InspectBranchRequest request, StreamObserver<BranchInfo> answer) {
        answer(answer, "InspectBranch", () -> {
            MemoryRepo.State head = repo.head(request.getBranch())
                    .orElseThrow(() -> MemoryRepo.missing("branch (id=0, branch=default/r@"
                            + request.getBranch().getName() + ") not found"));
            return BranchInfo.newBuilder()
                    .setBranch(request.getBranch())
                    .setHead(head.info().getCommit())
                    .build();
        });
    }

    @Override
    public void inspectCommit(InspectCommitRequest request, StreamObserver<CommitInfo> answer) {
        answer(answer, "InspectCommit", () -> repo.resolve(request.getCommit()).info());
    }

    @Override
    public void listCommit(ListCommitRequest request, StreamObserver<CommitInfo> answer) {
        calls.add("ListCommit");
        try {
            repo.resolve(request.getFrom());
            Commit cursor = repo.resolve(request.getTo()).info().getCommit();
            while (!cursor.getId().isEmpty()
                    && !cursor.getId().equals(request.getFrom().getId())) {
                CommitInfo info = repo.resolve(cursor).info();
                answer.onNext(info);
                cursor = info.getParentCommit();
            }
            answer.onCompleted();
        } catch (RuntimeException failed) {
            answer.onError(failed);
        }
    }

    @Override
    public void inspectFile(InspectFileRequest request, StreamObserver<FileInfo> answer) {
        answer(answer, "InspectFile", () -> {
            MemoryRepo.State state = repo.resolve(request.getFile().getCommit());
            String path = request.getFile().getPath();
            FileInfo.Builder info = FileInfo.newBuilder()
                    .setFile(File.newBuilder()
                            .setCommit(state.info().getCommit())
                            .setPath(path));
            if (state.info().hasFinishing()) {
                info.setCommitted(state.info().getFinishing());
            }
            ByteString bytes = state.files().get(path);
            if (bytes != null) {
                return info.setFileType(FileType.FILE)
                        .setSizeBytes(bytes.size())
                        .setHash(sha256(bytes))
                        .build();
            }
            if (state.files().keySet().stream().anyMatch(other -> other.startsWith(path + "/"))) {
                return info.setFileType(FileType.DIR)
                        .setHash(sha256(ByteString.EMPTY))
                        .build();
            }
            throw MemoryRepo.missing("file " + path + " not found in repo default/r at commit "
                    + request.getFile().getCommit().getId());
        });
    }

    @Override
    public void getFile(GetFileRequest request, StreamObserver<BytesValue> answer) {
        calls.add("GetFile");
        ByteString bytes = Objects.requireNonNull(repo.resolve(request.getFile().getCommit())
                .files()
                .get(request.getFile().getPath()));
        ServerCallStreamObserver<BytesValue> out = (ServerCallStreamObserver<BytesValue>) answer;
        out.setOnCancelHandler(readCancelled::countDown);
        Iterator<ByteString> messages = messages(bytes.substring((int) request.getOffset()));
        out.setOnReadyHandler(() -> {
            while (out.isReady() && messages.hasNext()) {
                out.onNext(BytesValue.of(messages.next()));
                messagesSent.incrementAndGet();
                if (!messages.hasNext()) {
                    out.onCompleted();
                }
            }
        });
    }

    private static Iterator<ByteString> messages(ByteString bytes) {
        List<ByteString> messages = new ArrayList<>();
        for (int at = 0; at < bytes.size(); at += MESSAGE_BYTES) {
            messages.add(bytes.substring(at, Math.min(bytes.size(), at + MESSAGE_BYTES)));
        }
        return messages.iterator();
    }

    @Override
    public StreamObserver<ModifyFileRequest> modifyFile(StreamObserver<Empty> answer) {
        calls.add("ModifyFile");
        ((ServerCallStreamObserver<Empty>) answer).setOnCancelHandler(writeCancelled::countDown);
        return new Modifying(this, answer);
    }

    private <T> void answer(StreamObserver<T> answer, String name, Supplier<T> value) {
        calls.add(name);
        try {
            beforeEachAnswer.run();
            T message = value.get();
            answer.onNext(message);
            answer.onCompleted();
        } catch (RuntimeException failed) {
            answer.onError(failed);
        }
    }

    static ByteString sha256(ByteString bytes) {
        try {
            return ByteString.copyFrom(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    List<String> takeCalls() {
        List<String> taken = new ArrayList<>(calls);
        calls.clear();
        return taken;
    }

    static RuntimeException lost() {
        return Status.UNAVAILABLE.withDescription("io exception").asRuntimeException();
    }
}
