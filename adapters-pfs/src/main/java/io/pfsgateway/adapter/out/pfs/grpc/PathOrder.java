package io.pfsgateway.adapter.out.pfs.grpc;

/**
 * Where a page starts, in the order in which servers list paths: that of their bytes, directories with a slash at their end. A
 * server skips what is before a marker, and the marker itself; so a marker is put just behind what is to be skipped, where no
 * path can be.
 */
final class PathOrder {
    /** Before any character of a path. */
    static final String FIRST = "\u0001";

    /** Behind any character of a path. */
    private static final String LAST = "\udbff\udfff";

    private PathOrder() {}

    /** Just behind a path, before all that begins with it. */
    static String behind(String path) {
        return path + FIRST;
    }

    /** Just behind all that begins with a text. */
    static String behindAll(String text) {
        return text + LAST;
    }

    /** Just before a text that is not empty, and so before all that begins with it. */
    static String before(String text) {
        int last = text.length() - 1;
        return text.substring(0, last) + (char) (text.charAt(last) - 1) + LAST;
    }
}
