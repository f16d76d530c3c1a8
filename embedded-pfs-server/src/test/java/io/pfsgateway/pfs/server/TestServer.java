package io.pfsgateway.pfs.server;

import com.google.protobuf.ByteString;
import com.google.protobuf.BytesValue;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.BlockingClientCall;
import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.PfsSettings;
import io.pfsgateway.pfs.protocol.APIGrpc;
import io.pfsgateway.pfs.protocol.AddFile;
import io.pfsgateway.pfs.protocol.Branch;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.CopyFile;
import io.pfsgateway.pfs.protocol.CreateBranchRequest;
import io.pfsgateway.pfs.protocol.CreateRepoRequest;
import io.pfsgateway.pfs.protocol.DeleteFile;
import io.pfsgateway.pfs.protocol.File;
import io.pfsgateway.pfs.protocol.FileInfo;
import io.pfsgateway.pfs.protocol.GetFileRequest;
import io.pfsgateway.pfs.protocol.ModifyFileRequest;
import io.pfsgateway.pfs.protocol.Project;
import io.pfsgateway.pfs.protocol.Repo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/** A server under test on a folder, with a repository and a branch, and short words for what tests do all the time. */
final class TestServer implements AutoCloseable {
    static final Repo REPO = Repo.newBuilder().setName("repo").setType("user").build();
    static final Branch MASTER =
            Branch.newBuilder().setRepo(REPO).setName("master").build();
    static final Commit HEAD = commit(MASTER);

    final EmbeddedPfs pfs;
    final PfsServer server;
    final ManagedChannel channel;

    private TestServer(EmbeddedPfs pfs, PfsServer server, ManagedChannel channel) {
        this.pfs = pfs;
        this.server = server;
        this.channel = channel;
    }

    static PfsServerSettings settings() {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return new PfsServerSettings(any, Duration.ofSeconds(30), "id", "1.2.3");
    }

    static TestServer start(Path folder) {
        try {
            TestServer started = reopen(folder);
            started.calls()
                    .createRepo(CreateRepoRequest.newBuilder().setRepo(REPO).build());
            started.calls()
                    .createBranch(
                            CreateBranchRequest.newBuilder().setBranch(MASTER).build());
            return started;
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    /** A server on what another left in the folder. */
    static TestServer reopen(Path folder) throws IOException {
        String name = UUID.randomUUID().toString();
        EmbeddedPfs pfs = EmbeddedPfs.open(folder, PfsSettings.defaults().withReserveBytes(1 << 16));
        PfsServer server = PfsServer.start(InProcessServerBuilder.forName(name), pfs, settings());
        return new TestServer(pfs, server, InProcessChannelBuilder.forName(name).build());
    }

    APIGrpc.APIBlockingStub calls() {
        return APIGrpc.newBlockingStub(channel);
    }

    static Project project(String name) {
        return Project.newBuilder().setName(name).build();
    }

    static Branch branch(String name) {
        return MASTER.toBuilder().setName(name).build();
    }

    static Commit commit(Branch branch) {
        return Commit.newBuilder().setRepo(REPO).setBranch(branch).build();
    }

    static Commit commit(String id) {
        return Commit.newBuilder().setRepo(REPO).setId(id).build();
    }

    static File file(Commit commit, String path) {
        return File.newBuilder().setCommit(commit).setPath(path).build();
    }

    static ModifyFileRequest add(String path, String text) {
        return add(path, ByteString.copyFromUtf8(text));
    }

    static ModifyFileRequest add(String path, ByteString bytes) {
        AddFile.Builder file = AddFile.newBuilder().setPath(path).setRaw(BytesValue.of(bytes));
        return ModifyFileRequest.newBuilder().setAddFile(file).build();
    }

    static ModifyFileRequest delete(String path) {
        return ModifyFileRequest.newBuilder()
                .setDeleteFile(DeleteFile.newBuilder().setPath(path))
                .build();
    }

    static ModifyFileRequest copy(Commit commit, String from, String to, boolean append) {
        CopyFile.Builder copy =
                CopyFile.newBuilder().setSrc(file(commit, from)).setDst(to).setAppend(append);
        return ModifyFileRequest.newBuilder().setCopyFile(copy).build();
    }

    /** Puts a file as pachctl does. */
    void put(String path, String text) {
        modify(HEAD, delete(path), add(path, text));
    }

    void modify(Commit commit, ModifyFileRequest... changes) {
        BlockingClientCall<ModifyFileRequest, com.google.protobuf.Empty> call =
                APIGrpc.newBlockingV2Stub(channel).modifyFile();
        try {
            boolean taken = call.write(
                    ModifyFileRequest.newBuilder().setSetCommit(commit).build());
            for (ModifyFileRequest change : changes) {
                taken = taken && call.write(change);
            }
            call.halfClose();
            call.read();
        } catch (StatusException refused) {
            throw new StatusRuntimeException(refused.getStatus());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    String text(Commit commit, String path) {
        return join(calls().getFile(GetFileRequest.newBuilder()
                        .setFile(file(commit, path))
                        .build()))
                .toString(java.nio.charset.StandardCharsets.UTF_8);
    }

    String text(String path) {
        return text(HEAD, path);
    }

    static ByteArrayOutputStream join(Iterator<BytesValue> chunks) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        chunks.forEachRemaining(chunk -> all.writeBytes(chunk.getValue().toByteArray()));
        return all;
    }

    static List<String> paths(Iterator<FileInfo> infos) {
        return list(infos).stream().map(info -> info.getFile().getPath()).toList();
    }

    static <T> List<T> list(Iterator<T> answers) {
        List<T> all = new ArrayList<>();
        answers.forEachRemaining(all::add);
        return all;
    }

    static Status status(Throwable failure) {
        return Status.fromThrowable(failure);
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.close();
        pfs.close();
    }
}
