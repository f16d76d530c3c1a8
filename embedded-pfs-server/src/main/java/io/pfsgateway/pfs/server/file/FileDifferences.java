package io.pfsgateway.pfs.server.file;

import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.protocol.DiffFileRequest;
import io.pfsgateway.pfs.protocol.DiffFileResponse;
import io.pfsgateway.pfs.protocol.FileInfo;
import io.pfsgateway.pfs.server.call.Answers;
import io.pfsgateway.pfs.server.commit.CommitAt;
import io.pfsgateway.pfs.server.commit.CommitInfos;
import io.pfsgateway.pfs.server.commit.Commits;
import io.pfsgateway.pfs.server.tree.CommitTree;
import io.pfsgateway.pfs.server.words.Refusals;
import java.util.List;
import java.util.Optional;

/** What differs between two trees, path by path. Safe for any number of threads. */
public final class FileDifferences {
    private final EmbeddedPfs pfs;
    private final Commits commits;
    private final CommitInfos infos;

    public FileDifferences(EmbeddedPfs pfs, Commits commits, CommitInfos infos) {
        this.pfs = pfs;
        this.commits = commits;
        this.infos = infos;
    }

    /** The paths that are in one tree alone, or differ. Without an old file it is the same path in the commit before. */
    public Answers<DiffFileResponse> diff(DiffFileRequest request) {
        if (!request.getNewFile().hasCommit()) {
            throw Refusals.invalid("file must have a commit");
        }
        CommitAt newCommit = commits.find(request.getNewFile().getCommit());
        String newPath = request.getNewFile().getPath();
        Optional<CommitAt> oldCommit = request.hasOldFile()
                ? Optional.of(commits.find(request.getOldFile().getCommit()))
                : infos.parent(newCommit);
        String oldPath = request.hasOldFile() ? request.getOldFile().getPath() : newPath;
        return new Merge(
                oldCommit
                        .map(commit -> files(commit, oldPath))
                        .orElseGet(() -> Answers.of(List.<FileInfo>of().iterator())),
                files(newCommit, newPath));
    }

    private Answers<FileInfo> files(CommitAt commit, String path) {
        CommitTree tree = new CommitTree(pfs, commit);
        return tree.at(FileFinder.directory(tree, path)).map(tree::info);
    }

    /** Goes through both in order. */
    private static final class Merge implements Answers<DiffFileResponse> {
        private final Answers<FileInfo> olds;
        private final Answers<FileInfo> news;
        private Optional<FileInfo> nextOld;
        private Optional<FileInfo> nextNew;

        Merge(Answers<FileInfo> olds, Answers<FileInfo> news) {
            this.olds = olds;
            this.news = news;
            this.nextOld = olds.next();
            this.nextNew = news.next();
        }

        @Override
        public Optional<DiffFileResponse> next() {
            while (nextOld.isPresent() || nextNew.isPresent()) {
                Optional<DiffFileResponse> difference = step();
                if (difference.isPresent()) {
                    return difference;
                }
            }
            return Optional.empty();
        }

        private Optional<DiffFileResponse> step() {
            int order = order();
            DiffFileResponse.Builder difference = DiffFileResponse.newBuilder();
            boolean same = order == 0 && nextOld.map(FileInfo::getHash).equals(nextNew.map(FileInfo::getHash));
            if (order <= 0) {
                nextOld.ifPresent(difference::setOldFile);
                nextOld = olds.next();
            }
            if (order >= 0) {
                nextNew.ifPresent(difference::setNewFile);
                nextNew = news.next();
            }
            return same ? Optional.empty() : Optional.of(difference.build());
        }

        /** Which side has the lower path; one that is at its end has the highest. */
        private int order() {
            if (nextOld.isEmpty() || nextNew.isEmpty()) {
                return nextNew.isEmpty() ? -1 : 1;
            }
            return FileFinder.compare(
                    nextOld.get().getFile().getPath(), nextNew.get().getFile().getPath());
        }

        @Override
        public void close() {
            olds.close();
            news.close();
        }
    }
}
