package io.pfsgateway.pfs.disk;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells a full disk from other faults. Java and the store both say it in words only, so the words live here. */
public final class FullDisk {
    private FullDisk() {}

    /** Whether the failure, or one that caused it, is that no space was left. */
    public static boolean causes(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("no space left") || message.contains("disk quota exceeded")) {
                return true;
            }
        }
        return false;
    }
}
