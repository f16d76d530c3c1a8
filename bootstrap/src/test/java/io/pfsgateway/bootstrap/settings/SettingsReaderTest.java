package io.pfsgateway.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pfsgateway.adapter.in.http.accesslog.LogTarget;
import io.pfsgateway.adapter.in.http.tls.TlsFiles;
import io.pfsgateway.adapter.out.pfs.grpc.PachdAddress;
import io.pfsgateway.application.service.LastModifiedRule;
import io.pfsgateway.pfs.PfsCaches;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsReaderTest {
    @TempDir
    Path folder;

    @Test
    void hasADefaultForEverything() {
        Settings settings = read(Map.of(), Map.of());

        InetAddress loopback = InetAddress.getLoopbackAddress();
        assertThat(settings)
                .isEqualTo(new Settings(
                        new S3Settings(
                                new InetSocketAddress(loopback, 30600),
                                Optional.empty(),
                                Optional.empty(),
                                256,
                                Duration.ofSeconds(30)),
                        new AuthSettings(Optional.empty(), false, false),
                        new OutsideSettings(Optional.of(new InetSocketAddress(loopback, 30601))),
                        new FileSystemSettings(Path.of("pfs-data").toAbsolutePath(), Optional.empty()),
                        new BookkeepingSettings(Optional.empty(), Duration.ofDays(7)),
                        LastModifiedRule.OBJECT));
    }

    @Test
    void notesRequestsInAFileOrOnTheStandardOutputWhenAsked() {
        assertThat(read(Map.of(), Map.of()).outside().accessLog()).isEmpty();
        assertThat(read(Map.of(Setting.ACCESS_LOG, "-"), Map.of()).outside().accessLog())
                .contains(new LogTarget(Optional.empty()));
        assertThat(read(Map.of(Setting.ACCESS_LOG, "access.log"), Map.of())
                        .outside()
                        .accessLog())
                .contains(new LogTarget(Optional.of(Path.of("access.log").toAbsolutePath())));
    }

    @Test
    void takesAFlagBeforeAVariableAndAVariableBeforeTheFile() throws IOException {
        Path config = write("drain: 1\nmax-requests: 1\ndomain: one.example\n");

        Settings settings = SettingsReaderTest.read(
                Map.of(Setting.DRAIN, "3"),
                Optional.of(config.toString()),
                Map.of("PFS_GATEWAY_DRAIN", "2", "PFS_GATEWAY_MAX_REQUESTS", "2"));

        assertThat(settings.s3().drain()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.s3().maxRequests()).isEqualTo(2);
        assertThat(settings.s3().domain()).contains("one.example");
    }

    @Test
    void takesADatabaseWithItsUserAndPasswordFile() {
        Settings settings = read(
                Map.of(
                        Setting.JDBC_URL, "jdbc:postgresql://db/gateway",
                        Setting.JDBC_USER, "gateway",
                        Setting.JDBC_PASSWORD_FILE, "secret",
                        Setting.UPLOAD_EXPIRY, "0.5"),
                Map.of());
        assertThat(settings.bookkeeping())
                .isEqualTo(new BookkeepingSettings(
                        Optional.of(new BookkeepingSettings.Database(
                                "jdbc:postgresql://db/gateway",
                                Optional.of("gateway"),
                                Optional.of(Path.of("secret").toAbsolutePath()))),
                        Duration.ofHours(12)));
    }

    @Test
    void refusesADatabaseThatItDoesNotKnow() {
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> read(Map.of(Setting.JDBC_URL, "jdbc:mysql://db/gateway"), Map.of()))
                .withMessageContaining("--jdbc-url");
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> read(Map.of(Setting.JDBC_USER, "gateway"), Map.of()))
                .withMessageContaining("--jdbc-user");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "36501", "a week", "1e99"})
    void refusesAnExpiryThatIsNoTime(String days) {
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> read(Map.of(Setting.UPLOAD_EXPIRY, days), Map.of()))
                .withMessageContaining("--upload-expiry");
    }

    @Test
    void takesTheSettingsFileFromAVariable() throws IOException {
        Path config = write("drain: 7\n");
        Settings settings = read(Map.of(), Map.of("PFS_GATEWAY_CONFIG", config.toString()));
        assertThat(settings.s3().drain()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void readsEveryValueThatThereIs() {
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        flags.put(Setting.LISTEN, "[::1]:0");
        flags.put(Setting.ADMIN_LISTEN, "off");
        flags.put(Setting.DATA, "some/./where");
        flags.put(Setting.AUTH, "keys");
        flags.put(Setting.KEYS_FILE, "keys.yaml");
        flags.put(Setting.SIGV2, "true");
        flags.put(Setting.TLS_CERT, "cert.pem");
        flags.put(Setting.TLS_KEY, "key.pem");
        flags.put(Setting.DOMAIN, "S3.Example.com");
        flags.put(Setting.LAST_MODIFIED, "head");

        Settings settings = read(flags, Map.of());

        assertThat(settings.s3().listen().getAddress().getHostAddress()).isEqualTo("0:0:0:0:0:0:0:1");
        assertThat(settings.s3().listen().getPort()).isZero();
        assertThat(settings.admin()).isEmpty();
        assertThat(settings.data()).isEqualTo(Path.of("some", "where").toAbsolutePath());
        assertThat(settings.auth().sigv2()).isTrue();
        assertThat(settings.s3().tls())
                .contains(new TlsFiles(
                        Path.of("cert.pem").toAbsolutePath(), Path.of("key.pem").toAbsolutePath()));
        assertThat(settings.auth().keysFile()).contains(Path.of("keys.yaml").toAbsolutePath());
        assertThat(settings.isOpen()).isFalse();
        assertThat(settings.s3().domain()).contains("s3.example.com");
        assertThat(settings.lastModified()).isEqualTo(LastModifiedRule.HEAD);
    }

    @Test
    void opensToTheNetworkOnlyWhenTold() {
        assertThat(read(Map.of(Setting.LISTEN, "0.0.0.0:1", Setting.OPEN_ANYWHERE, "true"), Map.of())
                        .isReachable())
                .isTrue();
        assertThat(read(Map.of(Setting.LISTEN, "127.9.9.9:1"), Map.of()).isReachable())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LISTEN|30600|--listen is '30600': it must be HOST:PORT",
                "LISTEN|:30600|it must be HOST:PORT",
                "LISTEN|::1:30600|it must be HOST:PORT, with an IPv6 address in brackets",
                "LISTEN|127.0.0.1:65536|a port up to 65535",
                "LISTEN|no.such.host.invalid:1|no address is known for the host no.such.host.invalid",
                "LISTEN|0.0.0.0:30600|or say --open-anywhere",
                "PFS_LISTEN|none|--pfs-listen is 'none': it must be HOST:PORT",
                "PFS_LISTEN|0.0.0.0:30650|let --pfs-listen be a loopback address, or say --open-anywhere",
                "ADMIN_LISTEN|none|--admin-listen is 'none': it must be HOST:PORT",
                "DATA|''|--data is '': it must name a file or folder",
                "CACHE|7|--cache is '7': it must be a whole number from 8 to 1048576",
                "CACHE|1048576|655360 would be for caches, which is more than half; start Java with a larger -Xmx",
                "PFS|grpc://pachd:0|--pfs is 'grpc://pachd:0': it must be embedded, grpc://HOST:PORT",
                "PFS|http://pachd:30650|it must be embedded, grpc://HOST:PORT",
                "PFS|memory|--pfs is 'memory': it must be embedded",
                "PACHD_CA_FILE|ca.pem|it would be used nowhere without a pachd",
                "PACHD_TOKEN_FILE|token|it would be used nowhere without a pachd",
                "ESCAPE_KEYS|true|--escape-keys is 'true': it would change nothing without a pachd as --pfs",
                "ESCAPE_KEYS|yes|it must be true or false",
                "AUTH|keys|--auth is 'keys': it needs --keys-file",
                "AUTH|pachyderm|--auth pachyderm asks a pachd who its users are",
                "AUTH|Open|it must be open, keys or pachyderm",
                "BEHIND_TLS_PROXY|true|--behind-tls-proxy is for --auth pachyderm",
                "PRESIGN_WITH_TOKEN|true|--presign-with-token is for --auth pachyderm",
                "KEYS_FILE|keys.yaml|it would be read by nobody; say --auth keys",
                "OPEN_ANYWHERE|yes|it must be true or false",
                "SIGV2|true|--sigv2 is for --auth keys",
                "TLS_CERT|cert.pem|--tls-cert and --tls-key go together",
                "TLS_KEY|key.pem|--tls-cert and --tls-key go together",
                "DOMAIN|10.0.0.1|it must be a host name",
                "DOMAIN|a b|it must be a host name",
                "LAST_MODIFIED|branch|it must be object or head",
                "MAX_REQUESTS|0|it must be a whole number from 1 to 100000",
                "MAX_REQUESTS|many|it must be a whole number",
                "DRAIN|-1|it must be a whole number from 0 to 86400",
                "DRAIN|1.5|it must be a whole number"
            })
    void refusesAValueByNamePlaceAndRule(Setting setting, String text, String why) {
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> read(Map.of(setting, text), Map.of()))
                .withMessageContaining(why);
    }

    @Test
    void namesTheVariableThatHasTheBadValue() {
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> read(Map.of(), Map.of("PFS_GATEWAY_DRAIN", "soon")))
                .withMessageStartingWith("PFS_GATEWAY_DRAIN is 'soon': ");
    }

    @Test
    void namesTheLineThatHasTheBadValue() throws IOException {
        Path config = write("listen: 127.0.0.1:0\ndrain: soon\n");
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> read(Map.of(), Optional.of(config.toString()), Map.of()))
                .withMessageStartingWith("drain at line 2 of " + config + " is 'soon': ");
    }

    @Test
    void refusesOpenAnywhereBesideKeys() {
        Map<Setting, String> flags =
                Map.of(Setting.AUTH, "keys", Setting.KEYS_FILE, "keys.yaml", Setting.OPEN_ANYWHERE, "true");
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> read(flags, Map.of()))
                .withMessageContaining("--open-anywhere is for --auth open");
    }

    @Test
    void takesTokensOnlyWhereNobodyCanListen() {
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        flags.put(Setting.AUTH, "pachyderm");
        flags.put(Setting.PFS, "grpc://pachd");
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> read(flags, Map.of()))
                .withMessageContaining("--auth pachyderm needs --pachd-token-file");

        flags.put(Setting.PACHD_TOKEN_FILE, "token");
        assertThat(read(flags, Map.of()).auth().mode()).isEqualTo(AuthMode.PACHYDERM);

        flags.put(Setting.LISTEN, "0.0.0.0:30600");
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> read(flags, Map.of()))
                .withMessageContaining("say --behind-tls-proxy");

        flags.put(Setting.BEHIND_TLS_PROXY, "true");
        assertThat(read(flags, Map.of()).isReachable()).isTrue();
    }

    @Test
    void servesPfsOnlyWhenAskedTo() {
        assertThat(read(Map.of(), Map.of()).pfs().listen()).isEmpty();
        assertThat(read(Map.of(Setting.PFS_LISTEN, "off"), Map.of()).pfs().listen())
                .isEmpty();
        assertThat(read(Map.of(Setting.PFS_LISTEN, "127.0.0.1:30650"), Map.of())
                        .pfs()
                        .listen()
                        .orElseThrow()
                        .getPort())
                .isEqualTo(30650);
    }

    @Test
    void opensPfsToTheNetworkOnlyWhenToldWhateverTheKeys() {
        Map<Setting, String> flags = Map.of(
                Setting.AUTH, "keys",
                Setting.KEYS_FILE, "keys.yaml",
                Setting.PFS_LISTEN, "0.0.0.0:30650",
                Setting.OPEN_ANYWHERE, "true");
        assertThat(read(flags, Map.of()).isPfsReachable()).isTrue();
        assertThat(read(Map.of(Setting.PFS_LISTEN, "127.0.0.1:1"), Map.of()).isPfsReachable())
                .isFalse();
    }

    @Test
    void takesAPachdFromTheFlagBeforeTheVariableBeforeTheActiveContext() throws IOException {
        Path config = Files.writeString(
                folder.resolve("config.json"),
                "{\"v2\":{\"active_context\":\"a\",\"contexts\":{\"a\":{\"pachd_address\":\"grpcs://three:3\"}}}}");
        Map<String, String> context = Map.of("PACH_CONFIG", config.toString());
        Map<String, String> both = Map.of("PACH_CONFIG", config.toString(), "PACHD_ADDRESS", "two:2");
        assertThat(pachd(Map.of(), context)).contains(new PachdAddress("three", 3, true));
        assertThat(pachd(Map.of(), both)).contains(new PachdAddress("two", 2, false));
        assertThat(pachd(Map.of(Setting.PFS, "grpc://one"), both)).contains(new PachdAddress("one", 30650, false));
        assertThat(pachd(Map.of(Setting.PFS, "embedded"), both)).isEmpty();
    }

    @Test
    void givesCachesWhatIsSaidOrWhatASmallHeapAllows() {
        assertThat(caches(Map.of(), 1L << 30)).isEqualTo(PfsCaches.defaults());
        assertThat(caches(Map.of(Setting.CACHE, "800"), 1L << 30)).isEqualTo(PfsCaches.sharing(800 << 20));
        assertThat(caches(Map.of(), 64 << 20).heapBytes()).isBetween(31L << 20, 32L << 20);
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> caches(Map.of(Setting.CACHE, "160"), 64 << 20))
                .withMessageContaining("of the 64 MiB that Java's heap may grow to, 100 would be for caches");
    }

    private static PfsCaches caches(Map<Setting, String> flags, long heapBytes) {
        return new SettingsReader(SettingSources.gather(flags, Optional.empty(), Map.of()), heapBytes)
                .settings()
                .pfs()
                .caches();
    }

    @Test
    void escapesKeysOnAPachdWhereThatIsSaid() {
        assertThat(read(Map.of(Setting.PFS, "grpc://pachd"), Map.of())
                        .pachd()
                        .orElseThrow()
                        .escapesKeys())
                .isFalse();
        assertThat(read(Map.of(Setting.PFS, "grpc://pachd", Setting.ESCAPE_KEYS, "true"), Map.of())
                        .pachd()
                        .orElseThrow()
                        .escapesKeys())
                .isTrue();
    }

    @Test
    void refusesWhatAPachdMakesUseless() {
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> read(Map.of(Setting.PFS, "grpc://pachd", Setting.PACHD_CA_FILE, "ca.pem"), Map.of()))
                .withMessageContaining("say grpcs://");
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(
                        () -> read(Map.of(Setting.PFS, "grpc://pachd", Setting.PFS_LISTEN, "127.0.0.1:0"), Map.of()))
                .withMessageContaining("--pfs-listen serves the embedded file system");
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> read(Map.of(Setting.PFS, "grpc://pachd", Setting.CACHE, "64"), Map.of()))
                .withMessageContaining("it is for the embedded file system, and a pachd is used instead");
    }

    private static Optional<PachdAddress> pachd(Map<Setting, String> flags, Map<String, String> environment) {
        return read(flags, environment).pachd().map(PachdSettings::address);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("settings.yaml"), text);
    }

    private static Settings read(Map<Setting, String> flags, Map<String, String> environment) {
        return read(flags, Optional.empty(), environment);
    }

    private static Settings read(Map<Setting, String> flags, Optional<String> config, Map<String, String> environment) {
        return new SettingsReader(SettingSources.gather(flags, config, environment)).settings();
    }
}
