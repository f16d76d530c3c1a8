package io.pfsgateway.bootstrap.settings;

import io.pfsgateway.adapter.in.http.accesslog.LogTarget;
import io.pfsgateway.adapter.in.http.tls.TlsFiles;
import io.pfsgateway.application.service.LastModifiedRule;
import io.pfsgateway.pfs.PfsCaches;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turns what was written into {@link Settings}, or refuses it by name, place and rule. */
public final class SettingsReader {
    private static final int MOST_REQUESTS = 100_000;
    private static final int LEAST_CACHE_MIB = 8;
    private static final int MOST_CACHE_MIB = 1 << 20;
    private static final int LONGEST_DRAIN_SECONDS = 86_400;
    private static final BigDecimal MOST_EXPIRY_DAYS = BigDecimal.valueOf(36_500);
    private static final BigDecimal MILLIS_OF_A_DAY =
            BigDecimal.valueOf(Duration.ofDays(1).toMillis());
    private static final String EXPIRY_RULE = "it must be a number of days, more than 0 and at most 36500.";
    private static final Pattern HOST_NAME =
            Pattern.compile("(?=.*[a-z])[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    private final SettingSources sources;
    private final long mostHeapBytes;

    public SettingsReader(SettingSources sources) {
        this(sources, Runtime.getRuntime().maxMemory());
    }

    SettingsReader(SettingSources sources, long mostHeapBytes) {
        this.sources = sources;
        this.mostHeapBytes = mostHeapBytes;
    }

    /**
     * All settings.
     *
     * @throws SettingRefused if one has a value that it cannot have
     */
    public Settings settings() {
        return new Settings(s3(), auth(), outside(), fileSystem(), bookkeeping(), lastModified());
    }

    /** The folder of the embedded file system. */
    public Path data() {
        return Paths.path(value(Setting.DATA));
    }

    private S3Settings s3() {
        return new S3Settings(
                Addresses.address(value(Setting.LISTEN)),
                tls(),
                sources.find(Setting.DOMAIN).map(SettingsReader::hostName),
                number(Setting.MAX_REQUESTS, 1, MOST_REQUESTS),
                Duration.ofSeconds(number(Setting.DRAIN, 0, LONGEST_DRAIN_SECONDS)));
    }

    private Optional<TlsFiles> tls() {
        Optional<Path> certificate = sources.given(Setting.TLS_CERT).map(Paths::path);
        Optional<Path> key = sources.given(Setting.TLS_KEY).map(Paths::path);
        if (certificate.isPresent() != key.isPresent()) {
            throw new SettingRefused("--tls-cert and --tls-key go together: only one of them was given.");
        }
        return certificate.flatMap(file -> key.map(keyFile -> new TlsFiles(file, keyFile)));
    }

    private BookkeepingSettings bookkeeping() {
        Optional<SettingValue> url = sources.given(Setting.JDBC_URL);
        Optional<SettingValue> user = sources.given(Setting.JDBC_USER);
        Optional<SettingValue> passwordFile = sources.given(Setting.JDBC_PASSWORD_FILE);
        if (url.isEmpty()) {
            Stream.of(user, passwordFile).flatMap(Optional::stream).findFirst().ifPresent(unused -> {
                throw unused.refused("it would be used nowhere without --jdbc-url.");
            });
        }
        return new BookkeepingSettings(
                url.map(SettingsReader::jdbcUrl)
                        .map(text -> new BookkeepingSettings.Database(
                                text, user.map(SettingValue::text), passwordFile.map(Paths::path))),
                uploadExpiry());
    }

    private static String jdbcUrl(SettingValue value) {
        if (!value.text().startsWith("jdbc:postgresql:") && !value.text().startsWith("jdbc:h2:")) {
            throw value.refused("it must begin with jdbc:postgresql: or jdbc:h2:.");
        }
        return value.text();
    }

    private Duration uploadExpiry() {
        SettingValue value = value(Setting.UPLOAD_EXPIRY);
        try {
            BigDecimal days = new BigDecimal(value.text());
            if (days.signum() > 0 && days.compareTo(MOST_EXPIRY_DAYS) <= 0) {
                return Duration.ofMillis(days.multiply(MILLIS_OF_A_DAY).longValue());
            }
        } catch (NumberFormatException malformed) {
            throw value.refused(EXPIRY_RULE);
        }
        throw value.refused(EXPIRY_RULE);
    }

    private AuthSettings auth() {
        AuthMode mode = mode();
        return new AuthSettings(
                mode,
                keysFile(mode),
                isOn(Setting.OPEN_ANYWHERE),
                isOn(Setting.SIGV2),
                new TokenSettings(isOn(Setting.BEHIND_TLS_PROXY), isOn(Setting.PRESIGN_WITH_TOKEN)));
    }

    private OutsideSettings outside() {
        return new OutsideSettings(addressOrOff(value(Setting.ADMIN_LISTEN)), accessLog(value(Setting.ACCESS_LOG)));
    }

    private static Optional<LogTarget> accessLog(SettingValue value) {
        return switch (value.text()) {
            case "off" -> Optional.empty();
            case "-" -> Optional.of(new LogTarget(Optional.empty()));
            default -> Optional.of(new LogTarget(Optional.of(Paths.path(value))));
        };
    }

    private Optional<InetSocketAddress> pfsListen() {
        return addressOrOff(value(Setting.PFS_LISTEN));
    }

    private static Optional<InetSocketAddress> addressOrOff(SettingValue value) {
        return value.text().equals("off") ? Optional.empty() : Optional.of(Addresses.address(value));
    }

    private AuthMode mode() {
        SettingValue auth = value(Setting.AUTH);
        return switch (auth.text()) {
            case "open" -> AuthMode.OPEN;
            case "keys" -> AuthMode.KEYS;
            case "pachyderm" -> AuthMode.PACHYDERM;
            default -> throw auth.refused("it must be open, keys or pachyderm.");
        };
    }

    private Optional<Path> keysFile(AuthMode mode) {
        Optional<SettingValue> file = sources.given(Setting.KEYS_FILE);
        if (mode == AuthMode.KEYS && file.isEmpty()) {
            throw value(Setting.AUTH).refused("it needs --keys-file, the file with the access keys.");
        }
        if (mode != AuthMode.KEYS) {
            file.ifPresent(unused -> {
                throw unused.refused("it would be read by nobody; say --auth keys.");
            });
        }
        return file.map(Paths::path);
    }

    private LastModifiedRule lastModified() {
        SettingValue value = value(Setting.LAST_MODIFIED);
        return switch (value.text()) {
            case "object" -> LastModifiedRule.OBJECT;
            case "head" -> LastModifiedRule.HEAD;
            default -> throw value.refused("it must be object or head.");
        };
    }

    private FileSystemSettings fileSystem() {
        boolean escapesKeys = isOn(Setting.ESCAPE_KEYS);
        Optional<PachdSettings> pachd = new PachdSettingsReader(sources).read(escapesKeys);
        if (escapesKeys && pachd.isEmpty()) {
            throw value(Setting.ESCAPE_KEYS)
                    .refused(
                            "it would change nothing without a pachd as --pfs; the embedded file system holds every key.");
        }
        if (pachd.isPresent()) {
            sources.given(Setting.CACHE).ifPresent(unused -> {
                throw unused.refused("it is for the embedded file system, and a pachd is used instead.");
            });
        }
        return new FileSystemSettings(data(), pfsListen(), caches(), pachd);
    }

    /** At most half of the heap is for caches: where nobody says how large they are, they are smaller on a small one. */
    private PfsCaches caches() {
        Optional<SettingValue> given = sources.given(Setting.CACHE);
        if (given.isEmpty()) {
            return PfsCaches.fitting(mostHeapBytes);
        }
        PfsCaches caches = PfsCaches.sharing((long) number(Setting.CACHE, LEAST_CACHE_MIB, MOST_CACHE_MIB) << 20);
        if (!caches.fits(mostHeapBytes)) {
            throw given.get()
                    .refused("of the " + (mostHeapBytes >> 20) + " MiB that Java's heap may grow to, "
                            + (caches.heapBytes() >> 20) + " would be for caches, which is more than half;"
                            + " start Java with a larger -Xmx.");
        }
        return caches;
    }

    private SettingValue value(Setting setting) {
        return sources.find(setting).orElseThrow(() -> new IllegalStateException(setting + " has no default"));
    }

    private boolean isOn(Setting setting) {
        SettingValue value = value(setting);
        return switch (value.text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw value.refused("it must be true or false.");
        };
    }

    private int number(Setting setting, int least, int most) {
        SettingValue value = value(setting);
        String rule = "it must be a whole number from " + least + " to " + most + ".";
        try {
            int number = Integer.parseInt(value.text());
            if (number < least || number > most) {
                throw value.refused(rule);
            }
            return number;
        } catch (NumberFormatException malformed) {
            throw value.refused(rule);
        }
    }

    private static String hostName(SettingValue value) {
        String name = value.text().toLowerCase(Locale.ROOT);
        if (!HOST_NAME.matcher(name).matches()) {
            throw value.refused("it must be a host name, such as s3.example.com.");
        }
        return name;
    }
}
