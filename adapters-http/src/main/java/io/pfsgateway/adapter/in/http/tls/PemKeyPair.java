package io.pfsgateway.adapter.in.http.tls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;

/** A certificate with those above it, and its private key, checked to belong together. RSA and elliptic curves. */
record PemKeyPair(List<Certificate> chain, PrivateKey key) {
    /** Of a store that is never written anywhere. */
    static final String PASSWORD = "in-memory";

    PemKeyPair {
        chain = List.copyOf(chain);
    }

    static PemKeyPair of(TlsFiles files, TlsFiles.Texts texts) throws TlsRefused {
        List<Certificate> chain;
        try {
            chain = certificates(texts.certificate());
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            throw new TlsRefused(files.certificate() + " holds a certificate that cannot be read", malformed);
        }
        if (chain.isEmpty()) {
            throw new TlsRefused(files.certificate() + " holds no certificate in PEM form");
        }
        PublicKey publicKey = chain.get(0).getPublicKey();
        PrivateKey key = key(files, texts.key(), publicKey);
        if (!belongTogether(publicKey, key)) {
            throw new TlsRefused(files.key() + " is not the key of the first certificate of " + files.certificate());
        }
        return new PemKeyPair(chain, key);
    }

    private static List<Certificate> certificates(String pem) throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<Certificate> chain = new ArrayList<>();
        for (PemBlock block : PemBlock.of(pem)) {
            if (block.type().equals("CERTIFICATE")) {
                chain.add(factory.generateCertificate(new ByteArrayInputStream(block.bytes())));
            }
        }
        return chain;
    }

    private static PrivateKey key(TlsFiles files, String pem, PublicKey publicKey) throws TlsRefused {
        PemBlock block = PemBlock.of(pem).stream()
                .filter(each -> each.type().endsWith("PRIVATE KEY"))
                .findFirst()
                .orElseThrow(() -> new TlsRefused(files.key() + " holds no private key in PEM form"));
        if (block.isEncrypted()) {
            throw new TlsRefused(files.key() + " is encrypted: give a key without a passphrase");
        }
        try {
            byte[] pkcs8 = block.type().equals("PRIVATE KEY")
                    ? block.bytes()
                    : Der.pkcs8(publicKey.getEncoded(), block.bytes());
            return KeyFactory.getInstance(publicKey.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            throw new TlsRefused(
                    files.key() + " holds no key of the certificate's kind, " + publicKey.getAlgorithm(), malformed);
        }
    }

    private static boolean belongTogether(PublicKey publicKey, PrivateKey key) throws TlsRefused {
        String algorithm = switch (publicKey.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default ->
                throw new TlsRefused("the certificate's key is " + publicKey.getAlgorithm()
                        + ": give one with RSA or an elliptic curve");
        };
        try {
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(key);
            byte[] signature = signer.sign();
            signer.initVerify(publicKey);
            return signer.verify(signature);
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    /** The pair as Java's TLS takes it. */
    KeyStore keyStore() throws TlsRefused {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("gateway", key, PASSWORD.toCharArray(), chain.toArray(Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | IOException refused) {
            throw new TlsRefused("the certificates are not a chain: " + refused.getMessage(), refused);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "PemKeyPair[certificates=" + chain.size() + "]";
    }

    /** As much of DER as it takes to put a key's older forms into the newer one. */
    private static final class Der {
        private static final int SEQUENCE = 0x30;
        private static final int OCTETS = 0x04;
        private static final byte[] VERSION_0 = {0x02, 0x01, 0x00};

        private Der() {}

        /**
         * A PKCS#8 key of a PKCS#1 or SEC1 one. What these leave out, the algorithm and the curve, stands at the beginning of the
         * public key.
         */
        static byte[] pkcs8(byte[] publicKey, byte[] key) {
            int algorithm = contentAt(publicKey, 0);
            int end = contentAt(publicKey, algorithm) + lengthAt(publicKey, algorithm);
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            content.writeBytes(VERSION_0);
            content.write(publicKey, algorithm, end - algorithm);
            content.writeBytes(element(OCTETS, key));
            return element(SEQUENCE, content.toByteArray());
        }

        private static int lengthAt(byte[] der, int at) {
            int first = der[at + 1] & 0xff;
            int length = first < 0x80 ? first : 0;
            for (int more = 0; first >= 0x80 && more < (first & 0x7f); more++) {
                length = (length << 8) | (der[at + 2 + more] & 0xff);
            }
            return length;
        }

        private static int contentAt(byte[] der, int at) {
            int first = der[at + 1] & 0xff;
            return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
        }

        private static byte[] element(int tag, byte[] content) {
            ByteArrayOutputStream element = new ByteArrayOutputStream();
            element.write(tag);
            if (content.length < 0x80) {
                element.write(content.length);
            } else {
                // Two bytes hold the length of any private key.
                element.write(0x82);
                element.write(content.length >> 8);
                element.write(content.length);
            }
            element.writeBytes(content);
            return element.toByteArray();
        }
    }
}
