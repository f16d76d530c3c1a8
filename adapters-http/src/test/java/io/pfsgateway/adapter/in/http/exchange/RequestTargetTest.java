package io.pfsgateway.adapter.in.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {
    private static final String DOMAIN = "s3.example.com";

    @ParameterizedTest
    @CsvSource({
        "repo.s3.example.com, repo",
        "master.repo.s3.example.com:9000, master.repo",
        "master.repo.project.S3.Example.COM, master.repo.project",
        "0123456789ab4def8123456789abcdef.master.repo.s3.example.com, 0123456789ab4def8123456789abcdef.master.repo",
        "s3.example.com.s3.example.com, s3.example.com",
    })
    void takesAllBeforeTheDomainForTheBucket(String host, String bucket) {
        assertThat(RequestTarget.bucketBelow(DOMAIN, host)).contains(bucket);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3.example.com", "s3.example.com:9000", ".s3.example.com", "repos3.example.com", "repo.example.com",
                "127.0.0.1", "[::1]:9000", "localhost", "", "s3.example.com.evil.example"
            })
    void findsNoBucketInTheDomainItselfNorInAnotherName(String host) {
        assertThat(RequestTarget.bucketBelow(DOMAIN, host)).isEmpty();
    }

    @Test
    void takesTheWholePathForTheKeyWhereTheHostNamesTheBucket() {
        assertThat(RequestTarget.of("/a/b%20c", Optional.of("master.repo")))
                .isEqualTo(new RequestTarget(Optional.of("master.repo"), Optional.of("a/b c")));
        assertThat(RequestTarget.of("//", Optional.of("master.repo")))
                .isEqualTo(new RequestTarget(Optional.of("master.repo"), Optional.of("/")));
        assertThat(RequestTarget.of("/", Optional.of("master.repo")))
                .isEqualTo(new RequestTarget(Optional.of("master.repo"), Optional.empty()));
    }

    @Test
    void takesTheFirstPieceOfThePathForTheBucketOtherwise() {
        assertThat(RequestTarget.of("/master.repo/a/b", Optional.empty()))
                .isEqualTo(new RequestTarget(Optional.of("master.repo"), Optional.of("a/b")));
        assertThat(RequestTarget.of("/", Optional.empty())).isEqualTo(RequestTarget.SERVICE);
    }
}
