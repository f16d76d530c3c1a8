package io.pfsgateway.adapter.out.pfs.grpc;

import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.FileInfo;
import io.pfsgateway.pfs.protocol.FileType;
import io.pfsgateway.pfs.protocol.ListFileRequest;
import io.pfsgateway.pfs.protocol.WalkFileRequest;

/** Reads a commit's paths in their order from a marker on, each stretch one round trip. */
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
    EntryStream walk(Commit at, String marker, String end, int number) {
        return EntryStream.open(
                (commit, from, answers) -> client.streaming()
                        .walkFile(
                                WalkFileRequest.newBuilder()
                                        .setFile(PfsMessages.file(commit, "/"))
                                        .setPaginationMarker(PfsMessages.file(commit, from))
                                        .setNumber(number)
                                        .build(),
                                answers),
                at,
                new EntryStream.Stretch(marker, end, number));
    }

    /** Files and directories right below a directory. */
    EntryStream list(Commit at, String directory, String marker, String end, int number) {
        return EntryStream.open(
                (commit, from, answers) -> client.streaming()
                        .listFile(
                                ListFileRequest.newBuilder()
                                        .setFile(PfsMessages.file(commit, directory))
                                        .setPaginationMarker(PfsMessages.file(commit, from))
                                        .setNumber(number)
                                        .build(),
                                answers),
                at,
                new EntryStream.Stretch(marker, end, number));
    }

    /** An entry's path, a directory's with the slash that it is ordered by. */
    static String path(FileInfo info) {
        String path = info.getFile().getPath();
        return info.getFileType() == FileType.DIR && !path.endsWith("/") ? path + "/" : path;
    }
}
