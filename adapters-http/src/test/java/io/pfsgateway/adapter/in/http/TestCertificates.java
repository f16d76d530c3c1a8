package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.adapter.in.http.tls.TlsFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Certificates for 127.0.0.1 made by the JDK's own tool, each with an authority above it, in the PEM forms that are found in the wild. */
final class TestCertificates {
    private static final String PASSWORD = "password";

    private final KeyStore store;

    private TestCertificates(KeyStore store) {
        this.store = store;
    }

    /** Makes a key pair of an algorithm, RSA or EC. */
    static TestCertificates make(Path folder, String algorithm) {
        Path file = folder.resolve(algorithm + System.nanoTime() + ".p12");
        keytool(file, "-alias", "ca", "-keyalg", algorithm, "-dname", "CN=authority", "-ext", "bc:c");
        keytool(
                file,
                "-alias",
                "server",
                "-keyalg",
                algorithm,
                "-dname",
                "CN=server",
                "-signer",
                "ca",
                "-ext",
                "san=ip:127.0.0.1");
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            return new TestCertificates(store);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keytool(Path file, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD,
                "-storetype",
                "PKCS12"));
        command.addAll(List.of(arguments));
        try {
            Process keytool =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(keytool.exitValue()).as(said).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes both files. */
    TlsFiles write(Path folder, String keyType) {
        TlsFiles files = new TlsFiles(folder.resolve("cert.pem"), folder.resolve("key.pem"));
        writeText(files.certificate(), chain());
        writeText(files.key(), key(keyType));
        return files;
    }

    static void writeText(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's certificate and the authority's, with what tools write between them. */
    String chain() {
        try {
            StringBuilder text = new StringBuilder();
            for (Certificate each : store.getCertificateChain("server")) {
                text.append("subject=")
                        .append(((X509Certificate) each).getSubjectX500Principal())
                        .append('\n');
                text.append(block("CERTIFICATE", each.getEncoded()));
            }
            return text.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key in one of its forms: PRIVATE KEY, RSA PRIVATE KEY, EC PRIVATE KEY. */
    String key(String type) {
        try {
            byte[] pkcs8 = store.getKey("server", PASSWORD.toCharArray()).getEncoded();
            return block(type, type.equals("PRIVATE KEY") ? pkcs8 : innermost(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the last element of a PKCS#8 key holds, which is the older form: behind the version and the algorithm. */
    private static byte[] innermost(byte[] pkcs8) {
        int at = header(pkcs8, 0) + 3;
        at = header(pkcs8, at) + length(pkcs8, at);
        int content = header(pkcs8, at);
        return Arrays.copyOfRange(pkcs8, content, content + length(pkcs8, at));
    }

    private static int header(byte[] der, int at) {
        return at + 2 + ((der[at + 1] & 0x80) == 0 ? 0 : der[at + 1] & 0x7f);
    }

    private static int length(byte[] der, int at) {
        int length = 0;
        int first = der[at + 1] & 0xff;
        for (int each = at + 2; each < header(der, at); each++) {
            length = (length << 8) | (der[each] & 0xff);
        }
        return first < 0x80 ? first : length;
    }

    static String block(String type, byte[] bytes) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + type + "-----\n" + lines + "\n-----END " + type + "-----\n";
    }

    /** What trusts this authority, and no other. */
    KeyStore trust() {
        try {
            KeyStore trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            trust.setCertificateEntry("ca", store.getCertificate("ca"));
            return trust;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
