package io.pfsgateway.domain.commit;

import io.pfsgateway.domain.failure.RequestFailure;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way to name a commit of a branch: its head or a commit id, and so many ancestors back ({@code HEAD^}, {@code HEAD^^},
 * {@code HEAD^3}, {@code <id>^2}). It names something only if that is the branch's head or an ancestor of it.
 *
 * @param base the commit to count from; absent for the branch's head
 * @param ancestors how many commits before it, 0 for itself
 */
public record CommitRef(Optional<CommitId> base, long ancestors) {
    /** The branch's newest commit. */
    public static final CommitRef HEAD = new CommitRef(Optional.empty(), 0);

    private static final Pattern SHAPE = Pattern.compile("(HEAD|[0-9a-f]{32})(?:(\\^+)|\\^([0-9]{1,18}))?");
    private static final String RULE = "A version id is a commit id or HEAD, either with carets.";

    public CommitRef {
        if (ancestors < 0) {
            throw RequestFailure.invalidArgument("versionId", "^" + ancestors, RULE);
        }
    }

    /** Exactly this commit. */
    public static CommitRef to(CommitId id) {
        return new CommitRef(Optional.of(id), 0);
    }

    /**
     * Reads a reference.
     *
     * @throws RequestFailure when the text is not one; a well-formed one may still name nothing
     */
    public static CommitRef parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw RequestFailure.invalidArgument("versionId", text, RULE);
        }
        String base = matcher.group(1);
        Optional<CommitId> commit = base.equals("HEAD") ? Optional.empty() : Optional.of(new CommitId(base));
        return new CommitRef(commit, ancestorsOf(matcher));
    }

    private static long ancestorsOf(Matcher matcher) {
        if (matcher.group(2) != null) {
            return matcher.group(2).length();
        }
        return matcher.group(3) == null ? 0 : Long.parseLong(matcher.group(3));
    }

    @Override
    public String toString() {
        String name = base.map(CommitId::value).orElse("HEAD");
        return ancestors == 0 ? name : name + "^" + ancestors;
    }
}
