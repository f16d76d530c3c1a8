package io.pfsgateway.domain.listing;

import static io.pfsgateway.domain.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.FailureKind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContinuationTokenTest {
    private static final BucketName BUCKET = BucketName.parse("master.repo");
    private static final CommitId COMMIT = new CommitId("0123456789ab4def8123456789abcdef");
    private static final ContinuationToken TOKEN = new ContinuationToken(BUCKET, COMMIT, "dir/日本 \u0001+");

    @Test
    void comesBackAsItWas() {
        assertThat(ContinuationToken.parse(BUCKET, TOKEN.text())).isEqualTo(TOKEN);
        assertThat(TOKEN.text()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void isOneBucketsAlone() {
        for (String other : new String[] {"master.repo2", "master.repo.other", COMMIT + ".master.repo"}) {
            assertRefused(
                    FailureKind.INVALID_ARGUMENT, () -> ContinuationToken.parse(BucketName.parse(other), TOKEN.text()));
        }
        assertThat(ContinuationToken.parse(BucketName.parse("repo"), TOKEN.text()))
                .isEqualTo(TOKEN);
    }

    @Test
    void isRefusedWhenAnyOfItsCharactersIsAltered() {
        String text = TOKEN.text();
        for (int i = 0; i < text.length(); i++) {
            for (char other : new char[] {'A', 'z', '_', '='}) {
                if (text.charAt(i) != other) {
                    String altered = text.substring(0, i) + other + text.substring(i + 1);
                    assertRefused(FailureKind.INVALID_ARGUMENT, () -> ContinuationToken.parse(BUCKET, altered));
                }
            }
        }
    }

    @Test
    void isRefusedWhenItIsCutOrLengthened() {
        String text = TOKEN.text();
        for (int length = 0; length < text.length(); length++) {
            String cut = text.substring(0, length);
            assertRefused(FailureKind.INVALID_ARGUMENT, () -> ContinuationToken.parse(BUCKET, cut));
        }
        assertRefused(FailureKind.INVALID_ARGUMENT, () -> ContinuationToken.parse(BUCKET, text + "A"));
        assertRefused(FailureKind.INVALID_ARGUMENT, () -> ContinuationToken.parse(BUCKET, text + "="));
    }

    @Test
    void sealedOverSomethingElseIsRefused() {
        byte[] otherFormat = ("\u0002" + COMMIT + "a").getBytes(StandardCharsets.UTF_8);
        byte[] noCommit = ("\u0001" + "x".repeat(32) + "a").getBytes(StandardCharsets.UTF_8);
        byte[] noName = ("\u0001" + COMMIT).getBytes(StandardCharsets.UTF_8);
        byte[] notUtf8 = ("\u0001" + COMMIT + "\u00ff").getBytes(StandardCharsets.ISO_8859_1);
        for (byte[] payload : new byte[][] {otherFormat, noCommit, noName, notUtf8, {}}) {
            String text = SealedText.seal(BUCKET.toString(), payload);
            assertRefused(FailureKind.INVALID_ARGUMENT, () -> ContinuationToken.parse(BUCKET, text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "!!!", "null", "AAAA"})
    void isNotAnyText(String text) {
        assertRefused(FailureKind.INVALID_ARGUMENT, () -> ContinuationToken.parse(BUCKET, text));
    }

    @Test
    void ofBucketsComesBackAndIsRefusedWhenAltered() {
        BucketListToken token = new BucketListToken(BranchId.of("dev", "images"));
        assertThat(BucketListToken.parse(token.text())).isEqualTo(token);
        String text = token.text();
        for (int i = 0; i < text.length(); i++) {
            String altered = text.substring(0, i) + (text.charAt(i) == 'A' ? 'B' : 'A') + text.substring(i + 1);
            assertRefused(FailureKind.INVALID_ARGUMENT, () -> BucketListToken.parse(altered));
        }
        String bare = Base64.getUrlEncoder().encodeToString("dev.images.default".getBytes(StandardCharsets.UTF_8));
        assertRefused(FailureKind.INVALID_ARGUMENT, () -> BucketListToken.parse(bare));
        assertRefused(FailureKind.INVALID_ARGUMENT, () -> BucketListToken.parse(TOKEN.text()));
    }

    @Test
    void ofBucketsNamesABranchInFull() {
        for (String name : new String[] {"", "repo", "dev.images", "a.b.c.d", "a..c"}) {
            String text = SealedText.seal("buckets/1", name.getBytes(StandardCharsets.UTF_8));
            assertRefused(FailureKind.INVALID_ARGUMENT, () -> BucketListToken.parse(text));
        }
    }

    @Test
    void queriesGuardThemselves() {
        BranchId branch = BUCKET.branch();
        Optional<String> none = Optional.empty();
        assertRefused(FailureKind.INVALID_ARGUMENT, () -> new ListingQuery(branch, CommitRef.HEAD, "", none, none, 0));
        assertRefused(
                FailureKind.INVALID_ARGUMENT,
                () -> new ListingQuery(branch, CommitRef.HEAD, "", Optional.of(""), none, 1));
        assertRefused(
                FailureKind.INVALID_ARGUMENT, () -> new VersionQuery(branch, "", none, none, Optional.of(COMMIT), 1));
        assertRefused(
                FailureKind.INVALID_ARGUMENT,
                () -> new VersionQuery(branch, "", Optional.of(""), none, Optional.empty(), 1));
        assertRefused(
                FailureKind.INVALID_ARGUMENT, () -> new VersionQuery(branch, "", none, none, Optional.empty(), 0));
    }
}
