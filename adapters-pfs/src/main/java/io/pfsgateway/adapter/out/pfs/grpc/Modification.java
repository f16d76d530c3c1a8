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
import io.pfsgateway.pfs.protocol.DeleteFile;
import io.pfsgateway.pfs.protocol.ModifyFileRequest;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One call of {@code ModifyFile} on a branch's head, from the first change to the commit. A message is handed over only when the
 * server has room for it. Cancelled before {@link #commit}, it leaves nothing.
 */
final class Modification {
    private final BlockingClientCall<ModifyFileRequest, Empty> call;
    private final Subject subject;
    private final long patienceMillis;

    Modification(PfsClient client, Subject subject) {
        this.call = client.modifyFile();
        this.subject = subject;
        this.patienceMillis = client.patience().toMillis();
        send(ModifyFileRequest.newBuilder()
                .setSetCommit(PfsMessages.commit(subject.branch(), subject.ref()))
                .build());
    }

    /** Makes a path an empty file, whatever it held. */
    void replace(String path) {
        send(ModifyFileRequest.newBuilder()
                .setDeleteFile(DeleteFile.newBuilder().setPath(path))
                .build());
        append(path, ByteString.EMPTY);
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
        cancel();
        return failure;
    }

    /** Says that this is all, and waits until the server has made the commit. */
    void commit() {
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
            throw abandoned(FileSystemFailure.outcomeUnknown(stalled));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw abandoned(FileSystemFailure.outcomeUnknown(stopped));
        }
    }

    void cancel() {
        call.cancel("The writer gave up.", null);
    }

    Subject subject() {
        return subject;
    }
}
