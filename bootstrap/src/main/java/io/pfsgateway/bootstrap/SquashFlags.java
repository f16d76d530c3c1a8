package io.pfsgateway.bootstrap;

import io.pfsgateway.bootstrap.settings.SettingRefused;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.failure.BucketFailure;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a squash is told on the command line.
 *
 * @param olderThan how old a commit has to be to go
 * @param branch the only branch that it is about, if there is one
 * @param dry whether it is only to be said what would go
 */
record SquashFlags(Duration olderThan, Optional<BranchId> branch, boolean dry) {
    static final String OLDER_THAN = "--older-than";
    static final String BUCKET = "--bucket";
    static final String DRY_RUN = "--dry-run";

    private static final Logger LOG = LoggerFactory.getLogger(SquashFlags.class);
    private static final Pattern AGE = Pattern.compile("(\\d{1,6})([dh]?)");

    /**
     * Reads them from the flags that were given.
     *
     * @throws SettingRefused if one is not what it should be
     */
    static SquashFlags read(Map<String, String> given) {
        return new SquashFlags(
                age(given.getOrDefault(OLDER_THAN, "")),
                Optional.ofNullable(given.get(BUCKET)).map(SquashFlags::branch),
                isOn(given.getOrDefault(DRY_RUN, "false")));
    }

    private static Duration age(String text) {
        Matcher age = AGE.matcher(text);
        if (!age.matches()) {
            throw refused(OLDER_THAN, text, "it must be days such as 90d, or hours such as 12h.");
        }
        long count = Long.parseLong(age.group(1));
        return "h".equals(age.group(2)) ? Duration.ofHours(count) : Duration.ofDays(count);
    }

    private static BranchId branch(String text) {
        try {
            BucketName bucket = BucketName.parse(text);
            if (!bucket.isReadOnly()) {
                return bucket.branch();
            }
        } catch (BucketFailure invalid) {
            LOG.debug("No bucket", invalid);
        }
        throw refused(BUCKET, text, "it must be a bucket such as branch.repo.");
    }

    private static SettingRefused refused(String flag, String text, String rule) {
        return new SettingRefused(flag + " is '" + text + "': " + rule);
    }

    private static boolean isOn(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused(DRY_RUN, text, "it must be true or false.");
        };
    }
}
