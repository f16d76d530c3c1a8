package io.pfsgateway.bootstrap;

import io.pfsgateway.bootstrap.settings.Settings;
import io.pfsgateway.bootstrap.wiring.RunningGateway;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** What a start says: what is served, from where, to whom, and lines to try it with. */
record Banner(String version, Settings settings, boolean madeData, RunningGateway.Addresses addresses) {
    String text() {
        String endpoint = url(settings.s3().tls().isPresent() ? "https" : "http", addresses.s3());
        return """
                PFS S3 gateway %s
                  data    %s
                  mode    %s
                  S3      %s%s
                  pfs_v2  %s
                  health  %s

                To try it:
                  export AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=%s AWS_DEFAULT_REGION=us-east-1
                  aws --endpoint-url %4$s s3 mb s3://master.demo
                  echo hello | aws --endpoint-url %4$s s3 cp - s3://master.demo/hello.txt
                  aws --endpoint-url %4$s s3 ls s3://master.demo/
                """.formatted(
                        version,
                        data(),
                        mode(),
                        endpoint,
                        elsewhere(addresses.s3()),
                        addresses.pfs().map(this::pfs).orElse("off"),
                        addresses
                                .admin()
                                .map(at -> url("http", at) + "/livez, /readyz, /metrics")
                                .orElse("off"),
                        pair().accessKey(),
                        pair().secretKey());
    }

    private record Pair(String accessKey, String secretKey) {}

    private Pair pair() {
        return switch (settings.auth().mode()) {
            case OPEN -> new Pair("any", "any");
            case KEYS -> new Pair("'an access key of the file'", "'its secret key'");
            case PACHYDERM -> new Pair("'your token'", "'the same token'");
        };
    }

    private String data() {
        String folder = settings.data().toString();
        return settings.pachd()
                .map(pachd -> pachd.address() + ", as "
                        + pachd.tokenFile()
                                .map(file -> "the user of the token in " + file)
                                .orElse("nobody, without a token")
                        + (settings.bookkeeping().database().isPresent()
                                ? ""
                                : "; bookkeeping in " + folder + ", for this gateway alone"))
                .orElseGet(() -> folder + " (" + (madeData ? "made" : "opened") + ")");
    }

    private String pfs(InetSocketAddress at) {
        String who = settings.isPfsReachable()
                ? "OPEN TO THE NETWORK: whoever reaches this address may read, change and delete everything"
                : "open: whoever is on this machine may read, change and delete everything";
        return url("grpc", at) + elsewhere(at) + " (" + who + ", whatever --auth says)";
    }

    private static String elsewhere(InetSocketAddress at) {
        return at.getAddress().isAnyLocalAddress() ? ", and every other address of this machine" : "";
    }

    private String mode() {
        return switch (settings.auth().mode()) {
            case OPEN ->
                settings.isReachable()
                        ? "OPEN TO THE NETWORK: whoever reaches this address may read, change and delete everything"
                        : "open: whoever is on this machine may read, change and delete everything";
            case KEYS -> "keys of " + settings.auth().keysFile().orElseThrow();
            case PACHYDERM -> "pachyderm: its users, each with a token, and what it lets them do";
        };
    }

    private static String url(String scheme, InetSocketAddress at) {
        InetAddress address = at.getAddress();
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        boolean brackets = address instanceof Inet6Address && !address.isAnyLocalAddress();
        return scheme + "://" + (brackets ? "[" + host + "]" : host) + ":" + at.getPort();
    }
}
