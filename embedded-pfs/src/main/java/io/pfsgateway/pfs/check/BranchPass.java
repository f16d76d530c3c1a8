package io.pfsgateway.pfs.check;

import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.RepoName;
import io.pfsgateway.pfs.read.Lines;
import io.pfsgateway.pfs.read.Squashed;
import io.pfsgateway.pfs.read.SquashedRuns;
import io.pfsgateway.pfs.record.BranchRecord;
import io.pfsgateway.pfs.record.CommitPathKey;
import io.pfsgateway.pfs.record.CommitRecord;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineRecord;
import io.pfsgateway.pfs.record.LineSequence;
import io.pfsgateway.pfs.record.LineState;
import io.pfsgateway.pfs.record.RepoRecord;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Reader;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** Compares branches, repositories, lines and commits with each other. */
final class BranchPass {
    private static final int COMMITS_AT_ONCE = 512;

    private final Reader reader;
    private final Findings findings;
    private final Map<RepoName, Long> branchesOf = new HashMap<>();
    private final Map<Long, Long> childrenOf = new HashMap<>();

    BranchPass(Reader reader, Findings findings) {
        this.reader = reader;
        this.findings = findings;
    }

    void run() {
        try (Cursor cursor = reader.cursor(Family.BRANCHES, Keys.first(), Keys.last())) {
            for (cursor.first(); cursor.valid(); cursor.next()) {
                checkBranch(Keys.decodeBranch(cursor.key()), Tables.BRANCHES.decode(cursor.value()));
            }
        }
        try (Cursor cursor = reader.cursor(Family.REPOS, Keys.first(), Keys.last())) {
            for (cursor.first(); cursor.valid(); cursor.next()) {
                checkRepo(Keys.decodeRepo(cursor.key()), Tables.REPOS.decode(cursor.value()));
            }
        }
        try (Cursor cursor = reader.cursor(Family.LINES, Keys.first(), Keys.last())) {
            for (cursor.first(); cursor.valid(); cursor.next()) {
                checkLine(Keys.decodeLine(cursor.key()), Tables.LINES.decode(cursor.value()));
            }
        }
        checkChildren();
    }

    private void checkBranch(BranchName name, BranchRecord branch) {
        findings.countBranch();
        branchesOf.merge(name.repository(), 1L, Long::sum);
        boolean served = Tables.LINES
                .find(reader, Keys.line(branch.line()))
                .filter(line -> line.state() == LineState.LIVE)
                .isPresent();
        require(served, "branch " + name, "is served by no line");
        require(
                Tables.REPO_BRANCHES.find(reader, Keys.repoBranch(name)).equals(Optional.of(branch.line())),
                "branch " + name,
                "is not among those of its repository");
    }

    private void checkRepo(RepoName name, RepoRecord repo) {
        long found = branchesOf.getOrDefault(name, 0L);
        require(repo.branches() == found, "repository " + name, found + " branches, counted " + repo.branches());
    }

    private void checkLine(long number, LineRecord line) {
        if (line.hasParent()) {
            childrenOf.merge(line.fork().line(), 1L, Long::sum);
        }
        if (line.state() == LineState.DYING) {
            require(
                    Tables.RECLAIM.contains(reader, Keys.deadLine(number)),
                    "line " + number,
                    "is dying, but nothing removes it");
            return;
        }
        checkFloor(number, line);
        try (Cursor paths = reader.cursor(Family.COMMIT_PATHS, Keys.line(number), Keys.line(number + 1))) {
            checkCommits(number, line, paths);
        }
    }

    /** From its floor on, nothing that the line shows may have been squashed. */
    private void checkFloor(long number, LineRecord line) {
        LineSequence at = new LineSequence(number, line.head().sequence());
        while (at.line() != 0 && at.sequence() >= line.floor()) {
            boolean sound = Squashed.lastUpTo(reader, at)
                    .filter(run -> run.into() > line.floor())
                    .isEmpty();
            require(sound, "line " + number, "has its floor at " + line.floor() + ", below commits that were squashed");
            at = Lines.line(reader, at.line()).fork();
        }
    }

    private void checkCommits(long number, LineRecord line, Cursor paths) {
        Instant before = Instant.MIN;
        paths.first();
        long last = line.head().sequence();
        SquashedRuns squashed = Squashed.of(reader, number);
        for (long first = line.fork().sequence() + 1; first <= last; first += COMMITS_AT_ONCE) {
            List<LineSequence> places = LongStream.range(first, Math.min(first + COMMITS_AT_ONCE, last + 1))
                    .filter(sequence -> squashed.standing(sequence) == sequence)
                    .mapToObj(sequence -> new LineSequence(number, sequence))
                    .toList();
            before = checkCommits(places, before, paths);
        }
    }

    private Instant checkCommits(List<LineSequence> places, Instant start, Cursor paths) {
        List<Optional<CommitRecord>> commits = Tables.COMMITS.findAll(
                reader,
                places.stream()
                        .map(place -> Keys.lineSequence(place.line(), place.sequence()))
                        .toList());
        Iterator<Optional<LineSequence>> byId = Tables.COMMIT_IDS
                .findAll(
                        reader,
                        commits.stream()
                                .flatMap(Optional::stream)
                                .map(commit -> Keys.commitId(commit.id()))
                                .toList())
                .iterator();
        Instant before = start;
        for (int index = 0; index < places.size(); index++) {
            LineSequence place = places.get(index);
            Optional<CommitRecord> commit = commits.get(index);
            if (commit.isEmpty()) {
                require(false, "commit " + place.sequence() + " of line " + place.line(), "is missing");
            } else {
                checkCommit(place, commit.get(), byId.next(), before);
                checkPaths(place, commit.get(), paths);
                before = commit.get().time();
            }
        }
        return before;
    }

    private void checkCommit(LineSequence place, CommitRecord commit, Optional<LineSequence> byId, Instant before) {
        if (!byId.equals(Optional.of(place))) {
            require(false, "commit " + commit.id(), "is not found by its id");
        }
        if (commit.time().isBefore(before)) {
            require(false, "commit " + commit.id(), "is older than the one before it");
        }
    }

    /** The cursor goes along with the commits: it is sought only where it stands before this one. */
    private void checkPaths(LineSequence place, CommitRecord commit, Cursor paths) {
        if (paths.valid() && CommitPathKey.decode(paths.key()).sequence() < place.sequence()) {
            paths.seek(Keys.lineSequence(place.line(), place.sequence()));
        }
        int changed = 0;
        while (paths.valid() && CommitPathKey.decode(paths.key()).sequence() == place.sequence()) {
            changed++;
            paths.next();
        }
        if (changed != commit.changes()) {
            require(false, "commit " + commit.id(), changed + " changes, counted " + commit.changes());
        }
    }

    private void checkChildren() {
        try (Cursor cursor = reader.cursor(Family.LINES, Keys.first(), Keys.last())) {
            for (cursor.first(); cursor.valid(); cursor.next()) {
                long number = Keys.decodeLine(cursor.key());
                long counted = Tables.LINES.decode(cursor.value()).children();
                long found = childrenOf.getOrDefault(number, 0L);
                require(counted == found, "line " + number, found + " lines left it, counted " + counted);
            }
        }
    }

    private void require(boolean sound, String where, String detail) {
        findings.require(sound, Finding.Kind.BRANCH, where, detail);
    }
}
