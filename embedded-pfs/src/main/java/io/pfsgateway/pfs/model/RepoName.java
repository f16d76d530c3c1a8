package io.pfsgateway.pfs.model;

/** A repository of a project. Both names have 1 to 255 letters, digits, {@code _} and {@code -}. */
public record RepoName(String project, String repo) {
    public static final String DEFAULT_PROJECT = "default";
    private static final int MAX_LENGTH = 255;

    public RepoName {
        requirePart(project);
        requirePart(repo);
    }

    /** Refuses what cannot name a project, a repository or a branch. */
    public static void requirePart(String part) {
        if (part.isEmpty() || part.length() > MAX_LENGTH || !mayStand(part)) {
            throw new IllegalArgumentException("Names have 1 to 255 letters, digits, _ and -: " + part);
        }
    }

    /** Asked of three names with each request, hence no stream. */
    private static boolean mayStand(String part) {
        for (int at = 0; at < part.length(); at++) {
            if (!mayStand(part.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayStand(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    @Override
    public String toString() {
        return repo + "." + project;
    }
}
