package io.pfsgateway.adapter.out.pfs.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.BytesValue;
import com.google.protobuf.Empty;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.pfs.protocol.AddFile;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.CopyFile;
import io.pfsgateway.pfs.protocol.DeleteFile;
import io.pfsgateway.pfs.protocol.File;
import io.pfsgateway.pfs.protocol.ModifyFileRequest;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One call of {@code ModifyFile} on a branch's head, from the first change to the commit. A message is handed over only when the
 * server has room for it. Cancelled before {@link #commit}, it leaves nothing.
 */
final class Modification implements AutoCloseable {
    private final BlockingClientCall<ModifyFileRequest, Empty> call;
    private final Subject subject;
    private final long patienceMillis;
    private boolean ended;

    Modification(PfsClient client, Subject subject) {
        this(client, subject, PfsMessages.commit(subject.branch(), subject.ref()));
    }

    /**
     * @param subject what a failure is to name
     * @param target what is changed
     */
    Modification(PfsClient client, Subject subject, Commit target) {
        this.call = client.modifyFile();
        this.subject = subject;
        this.patienceMillis = client.patience().toMillis();
        send(ModifyFileRequest.newBuilder().setSetCommit(target).build());
    }

    /** Makes a path an empty file, whatever it held. */
    void replace(String path) {
        delete(path);
        append(path, ByteString.EMPTY);
    }

    void delete(String path) {
        send(ModifyFileRequest.newBuilder()
                .setDeleteFile(DeleteFile.newBuilder().setPath(path))
                .build());
    }

    /** Makes a path a copy of a file that the server has, whatever it held; no byte of it comes here. */
    void copy(String path, File source) {
        send(copyOf(path, source, false));
    }

    /** Appends a file that the server has to what the path held before this stream. */
    void appendCopy(String path, File source) {
        send(copyOf(path, source, true));
    }

    /**
     * The change that copies a file. There can be one for a path in a stream, and nothing else for that path beside it: the
     * server would take two for two files of one name.
     */
    static ModifyFileRequest copyOf(String path, File source, boolean append) {
        return ModifyFileRequest.newBuilder()
                .setCopyFile(CopyFile.newBuilder().setDst(path).setSrc(source).setAppend(append))
                .build();
    }

    void append(String path, ByteString bytes) {
        send(ModifyFileRequest.newBuilder()
                .setAddFile(AddFile.newBuilder()
                        .setPath(path)
                        .setRaw(BytesValue.newBuilder().setValue(bytes)))
                .build());
    }

    private void send(ModifyFileRequest message) {
        try {
            if (!call.write(message, patienceMillis, TimeUnit.MILLISECONDS)) {
                throw Status.CANCELLED
                        .withDescription("The server answered before it had everything.")
                        .asException();
            }
        } catch (StatusException failed) {
            throw GrpcFailures.of(failed, subject);
        } catch (TimeoutException stalled) {
            throw abandoned(FileSystemFailure.unavailable(stalled));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw abandoned(FileSystemFailure.unavailable(stopped));
        }
    }

    private GatewayFailure abandoned(GatewayFailure failure) {
        close();
        return failure;
    }

    /** Says that this is all, and waits until the server has made the commit. */
    void commit() {
        ended = true;
        try {
            call.halfClose();
            // The answer says nothing; the end of the stream, which follows it, says that the commit is made.
            boolean open = true;
            while (open) {
                open = call.read(patienceMillis, TimeUnit.MILLISECONDS) != null;
            }
        } catch (StatusException failed) {
            throw GrpcFailures.whileCommitting(failed, subject);
        } catch (TimeoutException stalled) {
            throw cancelled(FileSystemFailure.outcomeUnknown(stalled));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw cancelled(FileSystemFailure.outcomeUnknown(stopped));
        }
    }

    private GatewayFailure cancelled(GatewayFailure failure) {
        call.cancel("The server was waited for long enough.", null);
        return failure;
    }

    /** Gives up what was not committed. */
    @Override
    public void close() {
        if (!ended) {
            ended = true;
            call.cancel("The writer gave up.", null);
        }
    }

    Subject subject() {
        return subject;
    }
}
