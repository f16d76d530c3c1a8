package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.FileInfo;
import io.pfsgateway.pfs.protocol.FileType;
import io.pfsgateway.pfs.protocol.ListFileRequest;
import io.pfsgateway.pfs.protocol.WalkFileRequest;
import java.util.List;

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
     */
    List<FileInfo> walk(Commit at, String marker, String end, int number) throws StatusException {
        return read(
                client.asking()
                        .walkFile(WalkFileRequest.newBuilder()
                                .setFile(PfsMessages.file(at, "/"))
                                .setPaginationMarker(PfsMessages.file(at, marker))
                                .setNumber(number)
                                .build()),
                marker,
                end);
    }

    /** Files and directories right below a directory. */
    List<FileInfo> list(Commit at, String directory, String marker, String end, int number) throws StatusException {
        return read(
                client.asking()
                        .listFile(ListFileRequest.newBuilder()
                                .setFile(PfsMessages.file(at, directory))
                                .setPaginationMarker(PfsMessages.file(at, marker))
                                .setNumber(number)
                                .build()),
                marker,
                end);
    }

    private static List<FileInfo> read(BlockingClientCall<?, FileInfo> call, String marker, String end)
            throws StatusException {
        return Answers.until(call, info -> {
            String path = path(info);
            if (ObjectKey.compareUtf8(path, marker) < 0) {
                throw RequestFailure.notImplemented("listing on a pachd that cannot page");
            }
            return ObjectKey.compareUtf8(path, end) > 0;
        });
    }

    /** An entry's path, a directory's with the slash that it is ordered by. */
    static String path(FileInfo info) {
        String path = info.getFile().getPath();
        return info.getFileType() == FileType.DIR && !path.endsWith("/") ? path + "/" : path;
    }
}
