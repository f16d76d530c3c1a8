package io.pfsgateway.pfs.check;

import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.RepoName;
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
import java.util.Map;
import java.util.Optional;

/** Compares branches, repositories, lines and commits with each other. */
final class BranchPass {
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
        try (Cursor paths = reader.cursor(Family.COMMIT_PATHS, Keys.line(number), Keys.line(number + 1))) {
            checkCommits(number, line, paths);
        }
    }

    private void checkCommits(long number, LineRecord line, Cursor paths) {
        Instant before = Instant.MIN;
        for (long sequence = line.fork().sequence() + 1; sequence <= line.head().sequence(); sequence++) {
            LineSequence place = new LineSequence(number, sequence);
            Optional<CommitRecord> commit = Tables.COMMITS.find(reader, Keys.lineSequence(number, sequence));
            if (commit.isEmpty()) {
                require(false, "commit " + sequence + " of line " + number, "is missing");
            } else {
                checkCommit(place, commit.get(), before, paths);
                before = commit.get().time();
            }
        }
    }

    private void checkCommit(LineSequence place, CommitRecord commit, Instant before, Cursor paths) {
        String where = "commit " + commit.id();
        require(
                Tables.COMMIT_IDS.find(reader, Keys.commitId(commit.id())).equals(Optional.of(place)),
                where,
                "is not found by its id");
        require(!commit.time().isBefore(before), where, "is older than the one before it");
        int changed = 0;
        paths.seek(Keys.lineSequence(place.line(), place.sequence()));
        while (paths.valid() && CommitPathKey.decode(paths.key()).sequence() == place.sequence()) {
            changed++;
            paths.next();
        }
        require(changed == commit.changes(), where, changed + " changes, counted " + commit.changes());
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
