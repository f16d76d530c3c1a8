package io.pfsgateway.domain.bucket;

/** A repository within a project. */
public record RepoName(String value) {
    public RepoName {
        NameRule.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
