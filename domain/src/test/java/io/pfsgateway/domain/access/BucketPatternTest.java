package io.pfsgateway.domain.access;

import static io.pfsgateway.domain.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.failure.FailureKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BucketPatternTest {
    @ParameterizedTest
    @CsvSource({
        "*, dev.images.other",
        "images, master.images",
        "master.images, images",
        "master.images, master.images.default",
        "*.images, dev.images",
        "master.*, master.images",
        "dev-*.images, dev-7.images",
        "*-dev.images, my-dev.images",
        "a*c*e.r, abcde.r",
        "a*.r, a.r",
        "*.*.*, dev.images.other",
        "*.images.other, dev.images.other",
        "image*, master.images",
        "**, master.images"
    })
    void coversWhatItNames(String pattern, String bucket) {
        assertThat(new BucketPattern(pattern).matches(BucketName.parse(bucket).branch()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "images, dev.images",
        "images, master.images.other",
        "master.images, master.images.other",
        "master.image, master.images",
        "master.images, master.image",
        "*.images, dev.images.other",
        "master.*, dev.images",
        "ab*ba.r, aba.r",
        "a*c*e.r, aec.r",
        "*.default, dev.images",
        "Master.images, master.images",
        "**, dev.images"
    })
    void coversNothingElse(String pattern, String bucket) {
        assertThat(new BucketPattern(pattern).matches(BucketName.parse(bucket).branch()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", ".a", "a.b.c.d", "a b", "a?", "[ab].c", "a.b\n", "é"})
    void refusesWhatIsNoPattern(String text) {
        assertRefused(FailureKind.INVALID_ARGUMENT, () -> new BucketPattern(text));
    }

    @Test
    void givesTheGreatestRightOfAnyGrantAndAllRightsBelowIt() {
        Caller caller = new Caller(
                Optional.empty(),
                List.of(
                        new Grant(new BucketPattern("*"), Right.READ),
                        new Grant(new BucketPattern("master.mine"), Right.WRITE)));
        assertThat(caller.may(Right.READ, BucketName.parse("any").branch())).isTrue();
        assertThat(caller.may(Right.WRITE, BucketName.parse("any").branch())).isFalse();
        assertThat(caller.may(Right.READ, BucketName.parse("mine").branch())).isTrue();
        assertThat(caller.may(Right.WRITE, BucketName.parse("mine").branch())).isTrue();
        assertThat(caller.may(Right.ADMIN, BucketName.parse("mine").branch())).isFalse();
    }

    @Test
    void neverPrintsASecret() {
        Credential credential = new Credential(new AccessKey("alice"), new SecretKey("hidden"), List.of());
        assertThat(credential.toString()).contains("alice").doesNotContain("hidden");
        assertRefused(FailureKind.INVALID_ARGUMENT, () -> new SecretKey(""));
        assertRefused(FailureKind.INVALID_ARGUMENT, () -> new AccessKey(" "));
    }
}
