package io.pfsgateway.pfs.server.repo;

import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.protocol.FindCommitsRequest;
import io.pfsgateway.pfs.protocol.FindCommitsResponse;
import io.pfsgateway.pfs.read.CommitPoint;
import io.pfsgateway.pfs.read.PathLookup;
import io.pfsgateway.pfs.server.call.Answers;
import io.pfsgateway.pfs.server.commit.CommitAt;
import io.pfsgateway.pfs.server.commit.CommitInfos;
import io.pfsgateway.pfs.server.commit.Commits;
import io.pfsgateway.pfs.server.words.Paths;
import io.pfsgateway.pfs.server.words.Refusals;
import java.util.Optional;

/** Finds the commits that changed a path. It goes from change to change, whatever lies between, and so ends at the first commit. */
final class CommitSearch {
    private final EmbeddedPfs pfs;
    private final Commits commits;
    private final CommitInfos infos;

    CommitSearch(EmbeddedPfs pfs, Commits commits, CommitInfos infos) {
        this.pfs = pfs;
        this.commits = commits;
        this.infos = infos;
    }

    /** From a commit back, each that changed the path; at the end the last that was looked at. */
    Answers<FindCommitsResponse> find(FindCommitsRequest request) {
        CommitAt start = commits.find(request.getStart());
        if (start.open().isPresent()) {
            throw Refusals.notFinished(start.branch().repository(), start.id().toString());
        }
        FilePath path = Paths.stored(request.getFilePath(), request.getFilePath());
        long limit = Integer.toUnsignedLong(request.getLimit());
        return new Changes(start, path, limit == 0 ? Long.MAX_VALUE : limit);
    }

    /** The walk. */
    private final class Changes implements Answers<FindCommitsResponse> {
        private final FilePath path;
        private final long start;
        private Optional<CommitAt> next;
        private CommitAt last;
        private long left;
        private boolean ended;

        Changes(CommitAt start, FilePath path, long limit) {
            this.path = path;
            this.start = start.point().at().sequence();
            this.next = Optional.of(start);
            this.last = start;
            this.left = limit;
        }

        @Override
        public Optional<FindCommitsResponse> next() {
            Optional<CommitAt> found = left > 0 ? next.flatMap(this::changedBy) : Optional.empty();
            if (found.isPresent()) {
                left--;
                last = found.get();
                next = infos.parent(last);
                return Optional.of(searched(last).setFoundCommit(last.message()).build());
            }
            if (ended) {
                return Optional.empty();
            }
            ended = true;
            last = left > 0 ? oldest(last) : last;
            return Optional.of(
                    searched(last).setLastSearchedCommit(last.message()).build());
        }

        private FindCommitsResponse.Builder searched(CommitAt at) {
            return FindCommitsResponse.newBuilder()
                    .setCommitsSearched((int) (start - at.point().at().sequence()));
        }

        /** The commit that made what stands at the path, unless that is no longer shown. */
        private Optional<CommitAt> changedBy(CommitAt from) {
            PathLookup there = pfs.reader().look(from.readBranch(), from.readRef(), path);
            if (there instanceof PathLookup.Found found) {
                try (var file = found.file()) {
                    return at(from, file.file().row().commit());
                }
            }
            return there instanceof PathLookup.Deleted deleted
                    ? at(from, deleted.row().commit())
                    : Optional.empty();
        }

        /** The first commit that is still shown: nothing before a change was left out, and no commit is looked at on the way. */
        private CommitAt oldest(CommitAt from) {
            long steps = 0;
            for (long most = from.point().at().sequence(); steps < most; ) {
                long middle = steps + (most - steps + 1) / 2;
                if (ancestor(from, middle).isPresent()) {
                    steps = middle;
                } else {
                    most = middle - 1;
                }
            }
            return ancestor(from, steps).orElse(from);
        }

        private Optional<CommitAt> ancestor(CommitAt from, long steps) {
            try {
                CommitRef ref = from.readRef().ancestor(steps);
                return Optional.of(commits.known(pfs.reader().resolve(from.readBranch(), ref)));
            } catch (PfsException failure) {
                if (failure.kind() == FailureKind.NO_SUCH_COMMIT) {
                    return Optional.empty();
                }
                throw failure;
            }
        }

        private Optional<CommitAt> at(CommitAt from, CommitId id) {
            CommitPoint point = pfs.reader().resolve(from.readBranch(), CommitRef.of(id));
            return Optional.of(commits.known(point));
        }
    }
}
