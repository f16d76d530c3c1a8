package io.pfsgateway.adapter.in.http.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The two PEM files of a server.
 *
 * @param certificate the server's certificate, and behind it those up to the authority
 * @param key the private key of the first certificate
 */
public record TlsFiles(Path certificate, Path key) {
    /** What stands in the files. The key is never printed. */
    record Texts(String certificate, String key) {
        @Override
        public String toString() {
            return "Texts[hidden]";
        }
    }

    Texts read() throws TlsRefused {
        return new Texts(text(certificate), text(key));
    }

    private static String text(Path file) throws TlsRefused {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException absent) {
            throw new TlsRefused(file + " is not there", absent);
        } catch (IOException unreadable) {
            throw new TlsRefused(file + " cannot be read: " + unreadable, unreadable);
        }
    }
}
