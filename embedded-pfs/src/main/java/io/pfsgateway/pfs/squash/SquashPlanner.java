package io.pfsgateway.pfs.squash;

import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.read.Squashed;
import io.pfsgateway.pfs.read.SquashedRuns;
import io.pfsgateway.pfs.record.CommitRecord;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineRecord;
import io.pfsgateway.pfs.record.LineSequence;
import io.pfsgateway.pfs.record.LineState;
import io.pfsgateway.pfs.record.SquashedRun;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the commits that a request is about: on each line, runs of old ones that no branch is at and none started from. */
final class SquashPlanner {
    private final Reader reader;
    private final SquashRequest request;
    private final LineTree tree;

    SquashPlanner(Reader reader, SquashRequest request) {
        this.reader = reader;
        this.request = request;
        this.tree = LineTree.read(reader);
    }

    LineTree tree() {
        return tree;
    }

    /** The lines that have such commits. A branch that is asked for and is not there is refused. */
    List<LinePlan> plan() {
        request.branch().ifPresent(this::requireBranch);
        List<LinePlan> plans = new ArrayList<>();
        for (Map.Entry<Long, LineRecord> entry : tree.lines().entrySet()) {
            if (isMeant(entry.getKey(), entry.getValue())) {
                LinePlan plan = new Walk(entry.getKey(), entry.getValue()).plan();
                if (!plan.runs().isEmpty()) {
                    plans.add(plan);
                }
            }
        }
        return plans;
    }

    private void requireBranch(BranchName name) {
        if (!Tables.BRANCHES.contains(reader, Keys.branch(name))) {
            throw PfsException.noSuchBranch(name);
        }
    }

    /** What an open commit has changed so far is left alone, and what is dying goes anyway. */
    private boolean isMeant(long number, LineRecord line) {
        Optional<BranchName> branch = tree.branchOf(number);
        boolean open = branch.filter(BranchName::isWork).isPresent();
        boolean asked = request.branch().isEmpty() || request.branch().equals(branch);
        return asked && !open && line.state() != LineState.DYING;
    }

    /** One way along the old commits of a line. */
    private final class Walk {
        private final long number;
        private final LineRecord line;
        private final SquashedRuns gone;
        private final Set<Long> starts;
        private final List<SquashedRun> runs = new ArrayList<>();
        private long first;
        private long commits;

        Walk(long number, LineRecord line) {
            this.number = number;
            this.line = line;
            this.gone = Squashed.of(reader, number);
            this.starts = tree.startsOn(number);
        }

        LinePlan plan() {
            try (Cursor cursor = reader.cursor(Family.COMMITS, Keys.line(number), Keys.line(number + 1))) {
                boolean old = true;
                for (cursor.first(); old && cursor.valid(); cursor.next()) {
                    CommitRecord commit = Tables.COMMITS.decode(cursor.value());
                    old = commit.time().isBefore(request.before());
                    long sequence = LineSequence.decodeKey(cursor.key()).sequence();
                    if (gone.standing(sequence) == sequence) {
                        pass(sequence, old);
                    }
                }
            }
            return new LinePlan(number, runs, commits);
        }

        private void pass(long sequence, boolean old) {
            boolean goes = old && sequence != line.head().sequence() && !starts.contains(sequence);
            if (goes) {
                first = first > 0
                        ? first
                        : gone.holding(sequence).map(SquashedRun::first).orElse(sequence);
                commits++;
            } else if (first > 0) {
                runs.add(new SquashedRun(first, sequence));
                first = 0;
            }
        }
    }
}
