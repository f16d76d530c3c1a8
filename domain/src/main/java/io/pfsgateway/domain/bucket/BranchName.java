package io.pfsgateway.domain.bucket;

/** A branch within a repository. A name in the shape of a commit id is refused where a branch is made, since a bucket name could not tell the two apart. */
public record BranchName(String value) {
    /** What a bucket name means when it leaves this part out. */
    public static final BranchName DEFAULT = new BranchName("master");

    public BranchName {
        NameRule.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
