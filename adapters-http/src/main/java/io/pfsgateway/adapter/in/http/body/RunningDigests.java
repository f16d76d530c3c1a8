package io.pfsgateway.adapter.in.http.body;

import io.pfsgateway.adapter.in.http.body.BodyProblem.Kind;
import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.checksum.DigestChecksum;
import io.pfsgateway.domain.checksum.RunningChecksum;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Computes all that was declared of a body while its bytes go by, each once, and compares at the end. Where no checksum was
 * declared, it computes the one that is wanted in its stead, if any.
 */
final class RunningDigests {
    private final DeclaredDigests declared;
    private final Optional<ChecksumAlgorithm> algorithm;
    private final List<RunningChecksum> running = new ArrayList<>(2);
    private final Optional<RunningChecksum> md5;
    private final Optional<RunningChecksum> sha256;
    private final Optional<RunningChecksum> checksum;

    RunningDigests(DeclaredDigests declared, Optional<ChecksumAlgorithm> otherwise) {
        this.declared = declared;
        this.algorithm = declared.algorithm().or(() -> otherwise);
        this.md5 = declared.md5().map(value -> start(DigestChecksum.md5()));
        this.sha256 = declared.sha256().map(value -> start(DigestChecksum.sha256()));
        this.checksum = sha256IsChecksum() ? Optional.empty() : algorithm.map(each -> start(each.start()));
    }

    private RunningChecksum start(RunningChecksum started) {
        running.add(started);
        return started;
    }

    /** The checksum may be the very SHA-256 that the declaration asks for, which need not be computed twice. */
    private boolean sha256IsChecksum() {
        return sha256.isPresent() && algorithm.equals(Optional.of(ChecksumAlgorithm.SHA256));
    }

    void update(byte[] bytes, int offset, int length) {
        // By index: an iterator for each of very many small reads would be garbage on the hot path.
        for (int at = 0; at < running.size(); at++) {
            running.get(at).update(bytes, offset, length);
        }
    }

    /** Compares, and gives back the checksum that was found good or was computed unasked, for keeping. */
    List<ContentChecksum> verify(Trailer trailer) throws BodyProblem {
        Optional<byte[]> computedSha256 = sha256.map(RunningChecksum::finish);
        verifyMd5();
        verifySha256(computedSha256);
        if (algorithm.isEmpty()) {
            return List.of();
        }
        ContentChecksum computed = ContentChecksum.of(
                algorithm.get(),
                checksum.map(RunningChecksum::finish).or(() -> computedSha256).orElseThrow());
        if (declared.algorithm().isPresent() && !computed.equals(expected(algorithm.get(), trailer))) {
            throw new BodyProblem(
                    Kind.CHECKSUM_MISMATCH,
                    "The " + algorithm.get() + " you specified did not match the calculated checksum.");
        }
        return List.of(computed);
    }

    private void verifyMd5() throws BodyProblem {
        if (md5.isPresent()) {
            String expected = declared.md5().orElseThrow();
            String computed = Base64.getEncoder().encodeToString(md5.get().finish());
            if (!computed.equals(expected)) {
                throw BodyProblem.badDigest(expected, computed);
            }
        }
    }

    private void verifySha256(Optional<byte[]> computed) throws BodyProblem {
        if (computed.isPresent()) {
            String expected = declared.sha256().orElseThrow();
            String hex = HexFormat.of().formatHex(computed.get());
            if (!hex.equals(expected)) {
                throw BodyProblem.contentSha256Mismatch(expected, hex);
            }
        }
    }

    private ContentChecksum expected(ChecksumAlgorithm algorithm, Trailer trailer) throws BodyProblem {
        Optional<ContentChecksum> inHeader = declared.checksum().inHeader();
        return inHeader.isPresent() ? inHeader.get() : trailer.checksum(algorithm);
    }
}
