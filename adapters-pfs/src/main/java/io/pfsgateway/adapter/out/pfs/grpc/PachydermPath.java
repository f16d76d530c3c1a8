package io.pfsgateway.adapter.out.pfs.grpc;

import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.file.ObjectKey;
import java.util.regex.Pattern;

/**
 * Which keys pachd can hold, and the path that each is. It cleans paths as a shell does and takes some characters for patterns,
 * so that a key which it would store under another name, or could not be got again, is refused before anything is written.
 */
final class PachydermPath {
    /** The rule, as a refusal tells it. */
    static final String RULE =
            "This file system holds keys of printable ASCII without any of \\ * ? [ ] { } ! ( ) @ + ^,"
                    + " in which no name between slashes is empty, . or ..";

    private static final Pattern HOLDABLE = Pattern.compile("[ -~&&[^\\\\*?\\[\\]{}!()@+^]]+");

    private PachydermPath() {}

    /** Whether there can be a file of this key. */
    static boolean canHold(ObjectKey key) {
        if (!HOLDABLE.matcher(key.value()).matches()) {
            return false;
        }
        for (String name : key.value().split("/", -1)) {
            if (name.isEmpty() || name.equals(".") || name.equals("..")) {
                return false;
            }
        }
        return true;
    }

    /**
     * The path of a key.
     *
     * @throws KeyFailure with {@code KEY_NOT_REPRESENTABLE}
     */
    static String of(ObjectKey key) {
        if (!canHold(key)) {
            throw KeyFailure.notRepresentable(key.value(), RULE);
        }
        return "/" + key.value();
    }
}
