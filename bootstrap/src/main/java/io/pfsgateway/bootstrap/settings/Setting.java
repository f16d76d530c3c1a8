package io.pfsgateway.bootstrap.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything that can be set: its name, the shape of its value, its default and what it is for. */
public enum Setting {
    LISTEN("listen", "HOST:PORT", "127.0.0.1:30600", "Where S3 is served."),
    ADMIN_LISTEN(
            "admin-listen", "HOST:PORT", "127.0.0.1:30601", "Where health and metrics are served; off for nowhere."),
    ACCESS_LOG(
            "access-log",
            "FILE",
            "off",
            "Write a line for each request to this file, in the format of S3's server access log; - for the standard output."),
    DATA("data", "DIR", "./pfs-data", "The folder where the embedded file system keeps everything."),
    CACHE(
            "cache",
            "MIB",
            "160",
            "Memory in MiB that the embedded file system may take for what it read and wrote lately, 5/8 of it on Java's heap; less by itself on a small heap."),
    PFS(
            "pfs",
            "WHERE",
            "embedded",
            "The file system: embedded, or a pachd at grpc://HOST:PORT or, with TLS, grpcs://HOST:PORT."),
    PACHD_CA_FILE(
            "pachd-ca-file",
            "FILE",
            "",
            "PEM file with the authorities to trust for grpcs://, instead of the platform's."),
    PACHD_TOKEN_FILE(
            "pachd-token-file", "FILE", "", "A file that holds the Pachyderm token the gateway speaks to pachd with."),
    ESCAPE_KEYS(
            "escape-keys",
            "",
            "false",
            "Store keys that a pachd cannot hold in other characters, reversibly, instead of refusing them."),
    PFS_LISTEN(
            "pfs-listen",
            "HOST:PORT",
            "off",
            "Serve the embedded file system to Pachyderm's clients (pfs_v2); no keys are asked for; off for nowhere."),
    AUTH(
            "auth",
            "MODE",
            "open",
            "Who may: open (anyone, no signature is checked), keys (see --keys-file) or pachyderm (its users, by their tokens)."),
    KEYS_FILE("keys-file", "FILE", "", "YAML file with the access keys, for --auth keys; read again when it changes."),
    OPEN_ANYWHERE(
            "open-anywhere",
            "",
            "false",
            "Allow --auth open, and --pfs-listen, on an address that other machines reach."),
    SIGV2(
            "sigv2",
            "",
            "false",
            "Also take signatures by version 2, which sign neither the body nor most of the query."),
    BEHIND_TLS_PROXY(
            "behind-tls-proxy",
            "",
            "false",
            "Allow --auth pachyderm off loopback without TLS here: something before the gateway speaks it."),
    PRESIGN_WITH_TOKEN(
            "presign-with-token",
            "",
            "false",
            "With --auth pachyderm, also take presigned URLs and forms, which show the token that signed them."),
    DOMAIN("domain", "NAME", "", "Also serve virtual-host style, with buckets as names below this one."),
    TLS_CERT("tls-cert", "FILE", "", "Serve HTTPS with the certificates in this PEM file; read again when it changes."),
    TLS_KEY("tls-key", "FILE", "", "The private key for --tls-cert, in PEM, without a passphrase."),
    LAST_MODIFIED(
            "last-modified",
            "WHICH",
            "object",
            "Show as Last-Modified when the object changed (object) or when its branch did (head)."),
    JDBC_URL(
            "jdbc-url",
            "URL",
            "",
            "The database for the bookkeeping of uploads, as jdbc:postgresql://HOST/NAME; without it H2 below --data."),
    JDBC_USER("jdbc-user", "NAME", "", "The user at --jdbc-url."),
    JDBC_PASSWORD_FILE("jdbc-password-file", "FILE", "", "A file that holds the password of --jdbc-user."),
    UPLOAD_EXPIRY(
            "upload-expiry",
            "DAYS",
            "7",
            "Multipart uploads that were begun so many days ago, or parts of a day, are given up."),
    MAX_REQUESTS(
            "max-requests",
            "N",
            "256",
            "Requests that are worked on at once; more wait a moment, then get 503 SlowDown."),
    DRAIN("drain", "SECONDS", "30", "How long a stop waits for the requests under way.");

    private final String key;
    private final String shape;
    private final String standard;
    private final String purpose;

    Setting(String key, String shape, String standard, String purpose) {
        this.key = key;
        this.shape = shape;
        this.standard = standard;
        this.purpose = purpose;
    }

    /** Its name in the settings file. */
    public String key() {
        return key;
    }

    /** Its name as a flag. */
    public String flag() {
        return "--" + key;
    }

    /** Its name as an environment variable. */
    public String variable() {
        return EnvironmentVariables.PREFIX + key.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** What a value of it looks like; empty for a switch. */
    public String shape() {
        return shape;
    }

    /** Whether it is on or off, and on where a flag names it without a value. */
    public boolean isSwitch() {
        return shape.isEmpty();
    }

    /** Its value when nobody sets it, if it has one. */
    public Optional<String> standard() {
        return standard.isEmpty() ? Optional.empty() : Optional.of(standard);
    }

    /** What it is for, in a sentence. */
    public String purpose() {
        return purpose;
    }

    /** The setting of a key, if there is one. */
    public static Optional<Setting> of(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }
}
