package io.pfsgateway.domain.bucket;

/** A project, the outermost space of names. It can be made only in the file system itself, never through S3. */
public record ProjectName(String value) {
    /** What a bucket name means when it leaves this part out. */
    public static final ProjectName DEFAULT = new ProjectName("default");

    public ProjectName {
        NameRule.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
