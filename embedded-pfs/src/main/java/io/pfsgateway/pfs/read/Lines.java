package io.pfsgateway.pfs.read;

import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.record.BranchRecord;
import io.pfsgateway.pfs.record.CommitRecord;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineRecord;
import io.pfsgateway.pfs.record.LineSequence;
import io.pfsgateway.pfs.record.SquashedRun;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Follows lines of commits. Sequences go on across forks, so that an ancestor is found by arithmetic, and whether a commit
 * belongs to a branch by one comparison for each line that the branch descends from.
 */
public final class Lines {
    private Lines() {}

    public static LineRecord line(Reader reader, long line) {
        return Tables.LINES
                .find(reader, Keys.line(line))
                .orElseThrow(() -> PfsException.corrupt("Line " + line + " is missing"));
    }

    /** The branch as it stands; nothing where there is none. A branch that goes while this looks at it is not there. */
    public static Optional<BranchState> findBranch(Reader reader, BranchName name) {
        Optional<BranchRecord> branch = Tables.BRANCHES.find(reader, Keys.branch(name));
        while (branch.isPresent()) {
            BranchRecord found = branch.get();
            Optional<LineRecord> line = Tables.LINES.find(reader, Keys.line(found.line()));
            if (line.isPresent()) {
                return Optional.of(new BranchState(name, found.created(), found.line(), line.get()));
            }
            branch = Tables.BRANCHES.find(reader, Keys.branch(name));
            if (branch.equals(Optional.of(found))) {
                throw PfsException.corrupt("Line " + found.line() + " of branch " + name + " is missing");
            }
        }
        return Optional.empty();
    }

    /** Whether a branch of this name is there that is served by this line. */
    static boolean isThere(Reader reader, BranchName name, long line) {
        return Tables.BRANCHES
                .find(reader, Keys.branch(name))
                .filter(found -> found.line() == line)
                .isPresent();
    }

    public static BranchState branch(Reader reader, BranchName name) {
        return findBranch(reader, name).orElseThrow(() -> PfsException.noSuchBranch(name));
    }

    /** The commit that the reference names on this branch. */
    public static CommitPoint resolve(Reader reader, BranchState branch, CommitRef ref) {
        return ref.equals(CommitRef.HEAD) ? head(branch) : pointAt(reader, branch, sequenceOf(reader, branch, ref));
    }

    /** The last commit of the branch, which is where it left its parent as long as it has none of its own. */
    public static CommitPoint head(BranchState branch) {
        LineRecord line = branch.lineRecord();
        boolean own = line.head().sequence() > line.fork().sequence();
        return new CommitPoint(
                branch.name(),
                branch.line(),
                own ? new LineSequence(branch.line(), line.head().sequence()) : line.fork(),
                line.head().commit(),
                line.head().time());
    }

    private static long sequenceOf(Reader reader, BranchState branch, CommitRef ref) {
        LineRecord line = branch.lineRecord();
        long base = line.head().sequence();
        if (ref.id().isPresent()) {
            base = Tables.COMMIT_IDS
                    .find(reader, Keys.commitId(ref.id().get()))
                    .filter(place -> reaches(reader, branch, place))
                    .orElseThrow(() -> PfsException.noSuchCommit(branch.name(), ref))
                    .sequence();
        }
        return ancestor(reader, branch, base, ref.back())
                .orElseThrow(() -> PfsException.noSuchCommit(branch.name(), ref));
    }

    /**
     * The commit so many steps before one of the branch's history. Where none was squashed that is a subtraction, else a step for
     * each run of commits that stayed.
     */
    public static OptionalLong ancestor(Reader reader, BranchState branch, long from, long steps) {
        if (steps <= from - branch.lineRecord().floor()) {
            return OptionalLong.of(from - steps);
        }
        long sequence = from;
        long left = steps;
        while (sequence > 0) {
            LineSequence place = locate(reader, branch, sequence);
            Optional<SquashedRun> before = Squashed.lastUpTo(reader, place);
            long start = before.map(SquashedRun::into)
                    .orElseGet(() -> line(reader, place.line()).fork().sequence() + 1);
            if (left <= sequence - start) {
                return OptionalLong.of(sequence - left);
            }
            left -= sequence - start + 1;
            sequence = before.map(SquashedRun::first).orElse(start) - 1;
        }
        return OptionalLong.empty();
    }

    /** The place on its own line of the commit that has this sequence in the branch's history. */
    public static LineSequence locate(Reader reader, BranchState branch, long sequence) {
        long line = branch.line();
        LineSequence fork = branch.lineRecord().fork();
        while (sequence <= fork.sequence()) {
            line = fork.line();
            fork = line(reader, line).fork();
        }
        return new LineSequence(line, sequence);
    }

    /** The places whose rows make up the state at a place: the place itself, then where each line before it was left. */
    public static List<LineSequence> chain(Reader reader, LineSequence at) {
        List<LineSequence> chain = new ArrayList<>();
        LineSequence place = at;
        while (place.line() != 0) {
            LineSequence fork = line(reader, place.line()).fork();
            if (place.sequence() > fork.sequence()) {
                chain.add(place);
            }
            place = fork;
        }
        return chain;
    }

    public static CommitRecord commit(Reader reader, LineSequence place) {
        return Tables.COMMITS
                .find(reader, Keys.lineSequence(place.line(), place.sequence()))
                .orElseThrow(() -> PfsException.corrupt("The commit at " + place + " is missing"));
    }

    public static CommitPoint pointAt(Reader reader, BranchState branch, long sequence) {
        LineSequence at = locate(reader, branch, sequence);
        CommitRecord commit = commit(reader, at);
        return new CommitPoint(branch.name(), branch.line(), at, commit.id(), commit.time());
    }

    /** Whether the commit at the place is the branch's head or an ancestor of it, and was not squashed. */
    public static boolean reaches(Reader reader, BranchState branch, LineSequence place) {
        return place.sequence() <= branch.lineRecord().head().sequence()
                && locate(reader, branch, place.sequence()).equals(place)
                && (place.sequence() >= branch.lineRecord().floor()
                        || Squashed.hiding(reader, place).isEmpty());
    }
}
