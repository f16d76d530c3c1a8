package io.pfsgateway.bootstrap;

import io.pfsgateway.bootstrap.settings.Settings;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** What a start says: what is served, from where, to whom, and lines to try it with. */
record Banner(
        String version,
        Settings settings,
        boolean madeData,
        InetSocketAddress s3Address,
        Optional<InetSocketAddress> adminAddress) {
    String text() {
        String endpoint = url(settings.s3().tls().isPresent() ? "https" : "http", s3Address);
        return """
                PFS S3 gateway %s
                  data    %s (%s)
                  mode    %s
                  S3      %s%s
                  health  %s

                To try it:
                  export AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=%s AWS_DEFAULT_REGION=us-east-1
                  aws --endpoint-url %5$s s3 mb s3://master.demo
                  echo hello | aws --endpoint-url %5$s s3 cp - s3://master.demo/hello.txt
                  aws --endpoint-url %5$s s3 ls s3://master.demo/
                """.formatted(
                version,
                settings.data(),
                madeData ? "made" : "opened",
                mode(),
                endpoint,
                s3Address.getAddress().isAnyLocalAddress() ? ", and every other address of this machine" : "",
                adminAddress.map(at -> url("http", at) + "/livez, /readyz").orElse("off"),
                settings.isOpen() ? "any" : "'an access key of the file'",
                settings.isOpen() ? "any" : "'its secret key'");
    }

    private String mode() {
        return settings.auth()
                .keysFile()
                .map(file -> "keys of " + file)
                .orElseGet(() -> settings.isReachable()
                        ? "OPEN TO THE NETWORK: whoever reaches this address may read, change and delete everything"
                        : "open: whoever is on this machine may read, change and delete everything");
    }

    private static String url(String scheme, InetSocketAddress at) {
        InetAddress address = at.getAddress();
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        boolean brackets = address instanceof Inet6Address && !address.isAnyLocalAddress();
        return scheme + "://" + (brackets ? "[" + host + "]" : host) + ":" + at.getPort();
    }
}
