package io.pfsgateway.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LowerHexTest {
    @Test
    void takesEachDigit() {
        assertThat(LowerHex.matches("0123456789abcdef", 16)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "012", "01234", "012A", "012g", "012`", "012/", "012:", "01 2", "01２3"})
    void refusesAnyOtherLengthOrCharacter(String text) {
        assertThat(LowerHex.matches(text, 4)).isFalse();
    }
}
