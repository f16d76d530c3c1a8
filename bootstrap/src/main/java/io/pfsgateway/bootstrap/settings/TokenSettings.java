package io.pfsgateway.bootstrap.settings;

/**
 * Where users' tokens may show.
 *
 * @param behindTlsProxy whether something before the gateway speaks TLS with the clients
 * @param presignWithToken whether URLs and forms are taken that show the token which signed them
 */
public record TokenSettings(boolean behindTlsProxy, boolean presignWithToken) {
    void refuseElsewhere() {
        if (behindTlsProxy) {
            throw new SettingRefused(
                    "--behind-tls-proxy is for --auth pachyderm; elsewhere no token goes over the wire.");
        }
        if (presignWithToken) {
            throw new SettingRefused(
                    "--presign-with-token is for --auth pachyderm; elsewhere no token signs anything.");
        }
    }
}
