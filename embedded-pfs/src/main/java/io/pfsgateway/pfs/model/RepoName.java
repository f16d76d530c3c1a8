package io.pfsgateway.pfs.model;

import java.util.regex.Pattern;

/** A repository of a project. Both names have 1 to 255 letters, digits, {@code _} and {@code -}. */
public record RepoName(String project, String repo) {
    public static final String DEFAULT_PROJECT = "default";
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_-]{1,255}");

    public RepoName {
        requirePart(project);
        requirePart(repo);
    }

    /** Refuses what cannot name a project, a repository or a branch. */
    public static void requirePart(String part) {
        if (!PART.matcher(part).matches()) {
            throw new IllegalArgumentException("Names have 1 to 255 letters, digits, _ and -: " + part);
        }
    }

    @Override
    public String toString() {
        return repo + "." + project;
    }
}
