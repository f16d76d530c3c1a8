package io.pfsgateway.adapter.in.http.server;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps segments such as {@code ..} from meaning anything on the way through Jetty: a mark is put behind them, and taken away again
 * before anything else reads the path. A mark that a client sends is percent-encoded before.
 */
final class DotSegments {
    /** Of the private use area. */
    private static final String MARK = "\uf8ff";

    private static final String ENCODED_MARK = "%EF%A3%BF";

    private static final String DOT = "(?:\\.|%2[eE])";
    private static final Pattern SEGMENT = Pattern.compile("(?<=/)" + DOT + DOT + "?(?=[/;?]|$)");

    private DotSegments() {}

    /** A request's target as Jetty is to see it. */
    static String hide(String given) {
        String uri = given.contains(MARK) ? given.replace(MARK, ENCODED_MARK) : given;
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        if (!path.contains("/.") && !path.contains("/%2")) {
            return uri;
        }
        String marked = SEGMENT.matcher(path).replaceAll("$0" + MARK);
        return query < 0 ? marked : marked + uri.substring(query);
    }

    /** The path as it came; empty where Jetty gives none, as of {@code CONNECT host:80}. */
    static String restore(@Nullable String path) {
        if (path == null) {
            return "";
        }
        return path.contains(MARK) ? path.replace(MARK, "") : path;
    }
}
