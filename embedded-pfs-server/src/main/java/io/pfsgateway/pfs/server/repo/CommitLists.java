package io.pfsgateway.pfs.server.repo;

import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.RepoName;
import io.pfsgateway.pfs.protocol.CommitInfo;
import io.pfsgateway.pfs.protocol.ListCommitRequest;
import io.pfsgateway.pfs.protocol.OriginKind;
import io.pfsgateway.pfs.read.CommitPoint;
import io.pfsgateway.pfs.server.call.Answers;
import io.pfsgateway.pfs.server.commit.CommitAt;
import io.pfsgateway.pfs.server.commit.CommitInfos;
import io.pfsgateway.pfs.server.commit.Commits;
import io.pfsgateway.pfs.server.tree.Matching;
import io.pfsgateway.pfs.server.words.Names;
import io.pfsgateway.pfs.server.words.Refusals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The commits of a branch or a repository. Safe for any number of threads. */
public final class CommitLists {
    private final EmbeddedPfs pfs;
    private final Commits commits;
    private final CommitInfos infos;

    public CommitLists(EmbeddedPfs pfs, Commits commits, CommitInfos infos) {
        this.pfs = pfs;
        this.commits = commits;
        this.infos = infos;
    }

    /** The newest first: from a commit back, or all of the repository. */
    public Answers<CommitInfo> list(ListCommitRequest request) {
        RepoName repo = Names.repo(request.getRepo());
        if (pfs.repos().find(repo).isEmpty()) {
            throw Refusals.repoNotFound(repo);
        }
        if (request.getNumber() < 0) {
            throw Refusals.invalid("number must not be negative");
        }
        Answers<CommitAt> all = request.hasTo() || request.hasFrom() ? ancestry(request, repo) : ofRepo(request, repo);
        Answers<CommitInfo> wanted = new Matching<>(all.map(infos::info), info -> isWanted(info, request));
        return request.getNumber() == 0 ? wanted : new Limited<>(wanted, request.getNumber());
    }

    private static boolean isWanted(CommitInfo info, ListCommitRequest request) {
        OriginKind origin = request.getOriginKind();
        boolean ofOrigin = request.getAll()
                || origin == OriginKind.ORIGIN_KIND_UNKNOWN
                || origin == info.getOrigin().getKind();
        return ofOrigin && (!request.hasStartedTime() || isInTime(info, request));
    }

    private static boolean isInTime(CommitInfo info, ListCommitRequest request) {
        Instant started = instant(info.getStarted());
        Instant asked = instant(request.getStartedTime());
        return request.getReverse() ? started.isAfter(asked) : started.isBefore(asked);
    }

    private static Instant instant(com.google.protobuf.Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }

    private Answers<CommitAt> ancestry(ListCommitRequest request, RepoName repo) {
        if (request.getReverse()) {
            throw Refusals.invalid("cannot use 'Reverse' while also using 'From' or 'To'");
        }
        if (!request.hasTo()) {
            throw Refusals.invalid("cannot use `from` commit without `to` commit");
        }
        CommitAt to = commits.find(request.getTo());
        Optional<CommitAt> from = request.hasFrom() ? Optional.of(commits.find(request.getFrom())) : Optional.empty();
        boolean foreign = !to.branch().repository().equals(repo)
                || from.filter(commit -> !commit.branch().repository().equals(repo))
                        .isPresent();
        if (foreign) {
            throw Refusals.invalid("`from` and `to` commits need to be from repo " + Refusals.text(repo));
        }
        if (to.open().isEmpty()) {
            return new Ancestry(pfs, to.readBranch(), to.readRef(), from.map(CommitAt::id)).map(commits::known);
        }
        if (from.filter(to::equals).isPresent()) {
            return Answers.of(List.<CommitAt>of().iterator());
        }
        Answers<CommitAt> finished =
                new Ancestry(pfs, to.branch(), CommitRef.HEAD, from.map(CommitAt::id)).map(commits::known);
        return Answers.join(Answers.of(List.of(to).iterator()), finished);
    }

    private Answers<CommitAt> ofRepo(ListCommitRequest request, RepoName repo) {
        List<Answers<CommitPoint>> branches = new ArrayList<>();
        for (var branch : pfs.branches().ofRepo(repo)) {
            branches.add(new Ancestry(pfs, branch.name(), CommitRef.HEAD, Optional.empty()));
        }
        Answers<CommitPoint> newestFirst = new NewestFirst(branches);
        Answers<CommitAt> open = Answers.of(
                pfs.openCommits().ofRepo(repo).stream().map(commits::held).iterator());
        return request.getReverse()
                ? Answers.join(reversed(newestFirst).map(commits::known), open)
                : Answers.join(open, newestFirst.map(commits::known));
    }

    private static Answers<CommitPoint> reversed(Answers<CommitPoint> points) {
        List<CommitPoint> all = new ArrayList<>();
        for (Optional<CommitPoint> next = points.next(); next.isPresent(); next = points.next()) {
            all.add(next.get());
        }
        Collections.reverse(all);
        return Answers.of(all.iterator());
    }

    /** The first so many. */
    private static final class Limited<T> implements Answers<T> {
        private final Answers<T> all;
        private long left;

        Limited(Answers<T> all, long most) {
            this.all = all;
            this.left = most;
        }

        @Override
        public Optional<T> next() {
            return left-- > 0 ? all.next() : Optional.empty();
        }

        @Override
        public void close() {
            all.close();
        }
    }

    /** The commits from one back, as far as another, which is left out. */
    private static final class Ancestry implements Answers<CommitPoint> {
        private static final int PAGE = 500;

        private final EmbeddedPfs pfs;
        private final BranchName branch;
        private final Optional<CommitId> until;
        private Optional<CommitRef> next;
        private List<CommitPoint> page = List.of();
        private int at;

        Ancestry(EmbeddedPfs pfs, BranchName branch, CommitRef from, Optional<CommitId> until) {
            this.pfs = pfs;
            this.branch = branch;
            this.until = until;
            this.next = Optional.of(from);
        }

        @Override
        public Optional<CommitPoint> next() {
            if (at == page.size() && next.isPresent()) {
                turn(next.get());
            }
            if (at == page.size()) {
                return Optional.empty();
            }
            CommitPoint point = page.get(at++);
            if (until.filter(point.id()::equals).isPresent()) {
                next = Optional.empty();
                page = List.of();
                at = 0;
                return Optional.empty();
            }
            return Optional.of(point);
        }

        /** A page begins with the commit that the one before ended with. */
        private void turn(CommitRef from) {
            List<CommitPoint> found = pfs.history().commits(branch, from, PAGE);
            boolean first = page.isEmpty();
            page = first || found.isEmpty() ? found : found.subList(1, found.size());
            at = 0;
            next = found.size() < PAGE
                    ? Optional.empty()
                    : Optional.of(CommitRef.of(found.get(found.size() - 1).id()));
        }
    }
}
