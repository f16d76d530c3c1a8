package io.pfsgateway.adapter.in.http.signature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Keys are kept within bounds, the ones used last before all. */
final class SigningKeyCacheTest {
    private final SigningKeyCache cache = new SigningKeyCache(2);

    @Test
    void forgetsTheKeyThatWasNotUsedForLongest() {
        CredentialScope first = keep("eu-1");
        CredentialScope second = keep("eu-2");
        assertThat(cache.find("secret", first)).isPresent();

        keep("eu-3");

        assertThat(cache.size()).isEqualTo(2);
        assertThat(cache.find("secret", first)).isPresent();
        assertThat(cache.find("secret", second)).isEmpty();
    }

    @Test
    void keepsSecretsApart() {
        CredentialScope scope = keep("eu-1");

        assertThat(cache.find("another secret", scope)).isEmpty();
    }

    private CredentialScope keep(String region) {
        CredentialScope scope = new CredentialScope("20130524", region);
        cache.keep("secret", scope, SigningKey.derive("secret", scope));
        return scope;
    }
}
