package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Opens the connection. Nothing is sent before the first call. */
final class PachdChannel {
    /** What the server sends in one message at most. */
    private static final int MAX_MESSAGE_BYTES = 32 << 20;

    private static final int PING_SECONDS = 30;

    /** Calls that change nothing, so that repeating one is safe; a stream is repeated only while nothing of it has come. */
    private static final List<String> READS = List.of(
            "InspectRepo",
            "ListRepo",
            "InspectBranch",
            "InspectCommit",
            "ListCommit",
            "FindCommits",
            "InspectFile",
            "ListFile",
            "WalkFile",
            "GlobFile",
            "DiffFile",
            "GetFile");

    private PachdChannel() {}

    static ManagedChannel open(GrpcSettings settings) {
        PachdAddress address = settings.address();
        return Grpc.newChannelBuilderForAddress(address.host(), address.port(), credentials(settings))
                .maxInboundMessageSize(MAX_MESSAGE_BYTES)
                .keepAliveTime(PING_SECONDS, TimeUnit.SECONDS)
                .defaultServiceConfig(Map.of("methodConfig", List.of(retryOfReads())))
                .build();
    }

    private static ChannelCredentials credentials(GrpcSettings settings) {
        if (!settings.address().tls()) {
            return InsecureChannelCredentials.create();
        }
        return settings.authorities().map(PachdChannel::trusting).orElseGet(TlsChannelCredentials::create);
    }

    private static ChannelCredentials trusting(Path authorities) {
        try {
            byte[] pem = Files.readAllBytes(authorities);
            requireCertificates(authorities, pem);
            return TlsChannelCredentials.newBuilder()
                    .trustManager(new ByteArrayInputStream(pem))
                    .build();
        } catch (IOException unreadable) {
            throw new AuthoritiesRefused(authorities + " cannot be read", unreadable);
        }
    }

    /** gRPC itself would say so in many words, and not before the channel is made. */
    private static void requireCertificates(Path authorities, byte[] pem) {
        try {
            int found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem))
                    .size();
            if (found == 0) {
                throw new AuthoritiesRefused(authorities + " holds no certificate", null);
            }
        } catch (CertificateException malformed) {
            throw new AuthoritiesRefused(authorities + " holds no certificate", malformed);
        }
    }

    /** In the form of gRPC's service config, of which every number is a double. */
    private static Map<String, Object> retryOfReads() {
        List<Map<String, String>> methods = READS.stream()
                .map(method -> Map.of("service", "pfs_v2.API", "method", method))
                .toList();
        return Map.of(
                "name",
                methods,
                "retryPolicy",
                Map.of(
                        "maxAttempts",
                        3.0,
                        "initialBackoff",
                        "0.1s",
                        "maxBackoff",
                        "1s",
                        "backoffMultiplier",
                        2.0,
                        "retryableStatusCodes",
                        List.of("UNAVAILABLE")));
    }
}
