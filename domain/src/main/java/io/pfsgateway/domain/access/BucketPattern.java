package io.pfsgateway.domain.access;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.failure.RequestFailure;
import java.util.regex.Pattern;

/**
 * A pattern of buckets, with {@code *} for any run of characters, matched against the canonical name
 * {@code branch.repo.project}. Like a bucket's name it may leave out the project, and the branch with it.
 */
public record BucketPattern(String text) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_*-]+(\\.[A-Za-z0-9_*-]+){0,2}");

    public BucketPattern {
        if (!SHAPE.matcher(text).matches()) {
            throw RequestFailure.invalidArgument(
                    "bucket pattern", text, "A pattern is [branch.]repo[.project], with * in it.");
        }
    }

    /** Whether a branch is among those meant. */
    public boolean matches(BranchId branch) {
        if (text.equals("*")) {
            return true;
        }
        String name = branch.canonicalName();
        String[] pieces = canonicalText().split("\\*", -1);
        String last = pieces[pieces.length - 1];
        if (pieces.length == 1) {
            return name.equals(last);
        }
        int at = name.startsWith(pieces[0]) ? pieces[0].length() : -1;
        for (int i = 1; at >= 0 && i < pieces.length - 1; i++) {
            int found = name.indexOf(pieces[i], at);
            at = found < 0 ? -1 : found + pieces[i].length();
        }
        return at >= 0 && name.length() - at >= last.length() && name.endsWith(last);
    }

    private String canonicalText() {
        int firstDot = text.indexOf('.');
        if (text.equals("*") || firstDot != text.lastIndexOf('.')) {
            return text;
        }
        return firstDot >= 0 ? text + ".default" : "master." + text + ".default";
    }
}
