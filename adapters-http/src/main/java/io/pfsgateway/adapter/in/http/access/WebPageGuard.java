package io.pfsgateway.adapter.in.http.access;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.error.S3Refusal;
import io.pfsgateway.adapter.in.http.signature.RequestHeaders;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps web pages out of a gateway that asks nobody who they are: a page of another origin by {@code Origin} and
 * {@code Sec-Fetch-Site}, and one that has its own name resolved to this machine by {@code Host}.
 *
 * @param anyHost whether the gateway is meant to be reached by any name
 * @param domain the domain whose names are the gateway's own
 */
public record WebPageGuard(boolean anyHost, Optional<String> domain) {
    private static final Set<String> OWN_SITES = Set.of("none", "same-origin");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");
    private static final Pattern PORT = Pattern.compile(":[0-9]*$");

    /** Refuses what a page of another origin would send. */
    public void check(RequestHeaders headers) {
        String host = headers.first("host").map(String::strip).orElse("").toLowerCase(Locale.ROOT);
        if (!anyHost && !isOwn(PORT.matcher(host).replaceFirst(""))) {
            throw refused("the Host is not one of this gateway's names");
        }
        if (!headers.all("origin").stream().allMatch(origin -> isOf(host, origin))) {
            throw refused("the Origin is not this gateway's own");
        }
        if (!headers.all("sec-fetch-site").stream().allMatch(site -> OWN_SITES.contains(site.strip()))) {
            throw refused("Sec-Fetch-Site is another site");
        }
    }

    private boolean isOwn(String name) {
        return LOOPBACK.matcher(name).matches()
                || domain.map(each -> each.toLowerCase(Locale.ROOT))
                        .filter(each -> name.equals(each) || name.endsWith("." + each))
                        .isPresent();
    }

    private static boolean isOf(String host, String origin) {
        String lower = origin.strip().toLowerCase(Locale.ROOT);
        return lower.equals("http://" + host) || lower.equals("https://" + host);
    }

    private static S3Refusal refused(String why) {
        return S3Error.of(S3ErrorCode.ACCESS_DENIED, "This gateway is open, and therefore closed to web pages: " + why)
                .refusal();
    }
}
