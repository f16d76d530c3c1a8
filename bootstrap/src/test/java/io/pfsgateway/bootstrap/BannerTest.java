package io.pfsgateway.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.service.LastModifiedRule;
import io.pfsgateway.bootstrap.settings.AuthSettings;
import io.pfsgateway.bootstrap.settings.BookkeepingSettings;
import io.pfsgateway.bootstrap.settings.FileSystemSettings;
import io.pfsgateway.bootstrap.settings.OutsideSettings;
import io.pfsgateway.bootstrap.settings.S3Settings;
import io.pfsgateway.bootstrap.settings.Settings;
import io.pfsgateway.bootstrap.wiring.RunningGateway;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BannerTest {
    private static final Path DATA = Path.of("pfs-data").toAbsolutePath();
    private static final InetSocketAddress LOCAL = new InetSocketAddress(InetAddress.getLoopbackAddress(), 4711);

    @Test
    void saysWhatIsServedFromWhereAndToWhom() {
        assertThat(banner(true, LOCAL, Optional.empty()))
                .contains("PFS S3 gateway 1.2.3", DATA + " (made)", "open: whoever is on this machine")
                .contains("S3      http://127.0.0.1:4711\n", "health  http://127.0.0.1:4712/livez")
                .doesNotContain("%");
    }

    @Test
    void saysThatTheDataWasThereBefore() {
        assertThat(banner(false, LOCAL, Optional.empty())).contains(DATA + " (opened)");
    }

    @Test
    void givesLinesToPasteThatNameThePort() {
        assertThat(banner(true, LOCAL, Optional.empty()))
                .contains(
                        "export AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any",
                        "aws --endpoint-url http://127.0.0.1:4711 s3 mb s3://master.demo",
                        "s3 cp - s3://master.demo/hello.txt",
                        "s3 ls s3://master.demo/");
    }

    @Test
    void isLoudWhenOpenToTheNetwork() {
        assertThat(banner(true, new InetSocketAddress(4711), Optional.empty()))
                .contains("OPEN TO THE NETWORK", "http://127.0.0.1:4711, and every other address of this machine");
    }

    @Test
    void namesTheKeysFile() {
        Path keys = Path.of("keys.yaml").toAbsolutePath();
        assertThat(banner(true, LOCAL, Optional.of(keys)))
                .contains("keys of " + keys, "AWS_ACCESS_KEY_ID='an access key of the file'")
                .doesNotContain("open");
    }

    @Test
    void putsAnIpv6AddressInBrackets() throws UnknownHostException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
        assertThat(banner(true, new InetSocketAddress(loopback, 4711), Optional.empty()))
                .contains("--endpoint-url http://[0:0:0:0:0:0:0:1]:4711 ");
    }

    @Test
    void saysThatPfsAsksNobodyForKeys() {
        assertThat(banner(true, LOCAL, Optional.empty())).contains("pfs_v2  off\n");
        assertThat(banner(true, LOCAL, Optional.of(DATA), Optional.of(LOCAL)))
                .contains(
                        "pfs_v2  grpc://127.0.0.1:4711 (open: whoever is on this machine may", "whatever --auth says");
    }

    @Test
    void isLoudWhenPfsIsOpenToTheNetwork() {
        assertThat(banner(true, LOCAL, Optional.empty(), Optional.of(new InetSocketAddress(4713))))
                .contains("grpc://127.0.0.1:4713, and every other address of this machine (OPEN TO THE NETWORK");
    }

    private static String banner(boolean made, InetSocketAddress s3, Optional<Path> keys) {
        return banner(made, s3, keys, Optional.empty());
    }

    private static String banner(
            boolean made, InetSocketAddress s3, Optional<Path> keys, Optional<InetSocketAddress> pfs) {
        Settings settings = new Settings(
                new S3Settings(s3, Optional.empty(), Optional.empty(), 1, Duration.ZERO),
                new AuthSettings(keys, keys.isEmpty(), false),
                new OutsideSettings(Optional.empty()),
                new FileSystemSettings(DATA, pfs),
                new BookkeepingSettings(Optional.empty(), Duration.ofDays(7)),
                LastModifiedRule.OBJECT);
        return new Banner(
                        "1.2.3",
                        settings,
                        made,
                        new RunningGateway.Addresses(
                                s3, pfs, Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 4712))))
                .text();
    }
}
