package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.file.ObjectKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PachydermPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "a/b/c.txt", " ", "\"#$%&',-.:;<=>_`|~", "..a", "a.", "x/...", "A/9"})
    void holdsWhatPachdWasSeenToHold(String key) {
        assertThat(PachydermPath.of(new ObjectKey(key))).isEqualTo("/" + key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!", "(", ")", "*", "+", "?", "@", "[", "]", "^", "{", "}", "\\", "\t", "\u0001", "\u007f", "é", "日本",
                "dir/", "/lead", "a//b", "/", ".", "..", "a/./b", "a/../b", "a/.."
            })
    void refusesWhatPachdWouldLoseOrRename(String key) {
        assertThatThrownBy(() -> PachydermPath.of(new ObjectKey(key)))
                .isInstanceOfSatisfying(KeyFailure.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(FailureKind.KEY_NOT_REPRESENTABLE);
                    assertThat(failure.key()).isEqualTo(key);
                });
    }
}
