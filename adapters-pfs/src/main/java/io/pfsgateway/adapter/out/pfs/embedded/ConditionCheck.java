package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.condition.WriteCondition.Verdict;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.model.FileVersion;
import io.pfsgateway.pfs.model.Precondition;
import java.util.Optional;

/** A condition as the engine decides it with the commit. It keeps the verdict, since the engine knows only yes and no. */
final class ConditionCheck implements Precondition {
    private final ObjectKey key;
    private final WriteCondition condition;
    private volatile Verdict verdict = Verdict.HOLDS;

    ConditionCheck(ObjectKey key, WriteCondition condition) {
        this.key = key;
        this.condition = condition;
    }

    /** What the engine is to ask: nothing where nothing is asked, which spares it to look. */
    Precondition precondition() {
        return condition.isNone() ? Precondition.NONE : this;
    }

    @Override
    public boolean test(Optional<FileVersion> newest) {
        verdict = condition.decide(FileVersions.standing(key, newest), FileVersions.deletion(newest));
        return verdict == Verdict.HOLDS;
    }

    /** Why the commit was refused. */
    KeyFailure failure() {
        return verdict == Verdict.NO_OBJECT
                ? KeyFailure.noSuchKey(key.value())
                : KeyFailure.preconditionFailed(key.value());
    }
}
