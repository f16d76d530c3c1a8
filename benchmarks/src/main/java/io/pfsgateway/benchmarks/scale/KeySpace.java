package io.pfsgateway.benchmarks.scale;

import io.pfsgateway.domain.bucket.BranchId;
import java.util.Random;

/** The keys of one bucket: so many, numbered in their order, a thousand to a directory. */
record KeySpace(BranchId branch, int keys) {
    private static final int TO_A_DIRECTORY = 1_000;
    /** A prime, so that steps of it come by every key once before they come by one again. */
    private static final long STEP = 611_953;

    static KeySpace of(String repo, int keys) {
        return new KeySpace(BranchId.of("master", repo), keys);
    }

    String key(int number) {
        return "w/dir-%04d/part-%08d".formatted(number / TO_A_DIRECTORY, number);
    }

    String middle() {
        return key(keys / 2);
    }

    /** The key of a turn, where turns are to come by all keys in no order that they have. */
    String scattered(long turn) {
        return key((int) (turn * STEP % keys));
    }

    String any(Random random) {
        return key(random.nextInt(keys));
    }
}
