package io.pfsgateway.adapter.in.http;

/**
 * How the gateway decides who makes a request.
 *
 * @param openAnywhere whether a gateway in open mode answers to any host name and on any address
 * @param version2 whether signatures by version 2 are taken beside those by version 4
 */
public record AccessSettings(SecurityMode mode, boolean openAnywhere, boolean version2) {
    /** Open to whoever is on this machine. */
    public static final AccessSettings OPEN = new AccessSettings(SecurityMode.OPEN, false, false);

    /** By signatures of version 4. */
    public static final AccessSettings KEYS = new AccessSettings(SecurityMode.KEYS, false, false);

    public AccessSettings {
        if (mode == SecurityMode.OPEN && version2) {
            throw new IllegalArgumentException("An open gateway checks no signatures, of version 2 neither");
        }
        if (mode != SecurityMode.OPEN && openAnywhere) {
            throw new IllegalArgumentException("Only an open gateway can be open anywhere");
        }
    }
}
