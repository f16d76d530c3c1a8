package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.StatusException;
import io.grpc.stub.StreamObserver;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.FileInfo;
import io.pfsgateway.pfs.protocol.FileType;
import io.pfsgateway.pfs.protocol.ListFileRequest;
import io.pfsgateway.pfs.protocol.WalkFileRequest;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Reads a commit's paths in their order from a marker on, each stretch one round trip. A server that does not know the marker
 * would begin from the start each time, and is refused.
 */
final class FilePages {
    private final PfsClient client;

    FilePages(PfsClient client) {
        this.client = client;
    }

    /**
     * Files and directories at any depth.
     *
     * @param end behind what is wanted
     * @param number the most entries that the server is to send
     * @param taker takes an entry, and says whether it wants another
     */
    void walk(Commit at, String marker, String end, int number, Predicate<FileInfo> taker) throws StatusException {
        WalkFileRequest request = WalkFileRequest.newBuilder()
                .setFile(PfsMessages.file(at, "/"))
                .setPaginationMarker(PfsMessages.file(at, marker))
                .setNumber(number)
                .build();
        read(answers -> client.streaming().walkFile(request, answers), marker, end, taker);
    }

    /** Files and directories right below a directory. */
    void list(Commit at, String directory, String marker, String end, int number, Predicate<FileInfo> taker)
            throws StatusException {
        ListFileRequest request = ListFileRequest.newBuilder()
                .setFile(PfsMessages.file(at, directory))
                .setPaginationMarker(PfsMessages.file(at, marker))
                .setNumber(number)
                .build();
        read(answers -> client.streaming().listFile(request, answers), marker, end, taker);
    }

    private static void read(
            Consumer<StreamObserver<FileInfo>> asking, String marker, String end, Predicate<FileInfo> taker)
            throws StatusException {
        FetchedAhead.take(asking, info -> {
            String path = path(info);
            if (ObjectKey.compareUtf8(path, marker) < 0) {
                throw RequestFailure.notImplemented("listing on a pachd that cannot page");
            }
            return ObjectKey.compareUtf8(path, end) <= 0 && taker.test(info);
        });
    }

    /** An entry's path, a directory's with the slash that it is ordered by. */
    static String path(FileInfo info) {
        String path = info.getFile().getPath();
        return info.getFileType() == FileType.DIR && !path.endsWith("/") ? path + "/" : path;
    }
}
