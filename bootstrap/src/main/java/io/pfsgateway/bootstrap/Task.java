package io.pfsgateway.bootstrap;

import java.util.List;
import java.util.Locale;

/** What the program can be asked to do. All but serving is a word on the command line. */
enum Task {
    SERVE,
    CHECK,
    SQUASH;

    /** The flags of it that are no settings. */
    List<String> ownFlags() {
        return switch (this) {
            case SERVE, CHECK -> List.of();
            case SQUASH -> List.of(SquashFlags.OLDER_THAN, SquashFlags.BUCKET, SquashFlags.DRY_RUN);
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The task of this word; serving, where it is none. */
    static Task named(String word) {
        for (Task task : values()) {
            if (task.word().equals(word)) {
                return task;
            }
        }
        return SERVE;
    }
}
