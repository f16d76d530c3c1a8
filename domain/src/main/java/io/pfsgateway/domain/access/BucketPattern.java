package io.pfsgateway.domain.access;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.failure.RequestFailure;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        return expression().matcher(branch.canonicalName()).matches();
    }

    private Pattern expression() {
        String quoted =
                Stream.of(canonicalText().split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(quoted);
    }

    private String canonicalText() {
        long dots = text.chars().filter(c -> c == '.').count();
        if (text.equals("*") || dots == 2) {
            return text;
        }
        return dots == 1 ? text + ".default" : "master." + text + ".default";
    }
}
