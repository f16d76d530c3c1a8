package io.pfsgateway.adapter.in.http;

/**
 * How the gateway decides who makes a request.
 *
 * @param openAnywhere whether a gateway in open mode answers to any host name and on any address
 * @param version2 whether signatures by version 2 are taken beside those by version 4
 * @param presignWithToken whether presigned URLs and signed forms are taken that show the token which signed them
 */
public record AccessSettings(SecurityMode mode, boolean openAnywhere, boolean version2, boolean presignWithToken) {
    /** Open to whoever is on this machine. */
    public static final AccessSettings OPEN = new AccessSettings(SecurityMode.OPEN, false, false);

    /** By signatures of version 4. */
    public static final AccessSettings KEYS = new AccessSettings(SecurityMode.KEYS, false, false);

    /** Without anything for tokens. */
    public AccessSettings(SecurityMode mode, boolean openAnywhere, boolean version2) {
        this(mode, openAnywhere, version2, false);
    }

    public AccessSettings {
        if (mode == SecurityMode.OPEN && version2) {
            throw new IllegalArgumentException("An open gateway checks no signatures, of version 2 neither");
        }
        if (mode != SecurityMode.OPEN && openAnywhere) {
            throw new IllegalArgumentException("Only an open gateway can be open anywhere");
        }
        if (mode != SecurityMode.TOKENS && presignWithToken) {
            throw new IllegalArgumentException("Only where tokens sign can they be shown");
        }
    }
}
