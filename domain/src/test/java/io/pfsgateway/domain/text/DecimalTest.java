package io.pfsgateway.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "1234", "0099", "5678"})
    void takesDigits(String text) {
        assertThat(Decimal.matches(text, 4)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "-1", "+1", " 1", "1 ", "1.0", "a", "1/", "1:", "１"})
    void refusesAnyOtherLengthOrCharacter(String text) {
        assertThat(Decimal.matches(text, 4)).isFalse();
    }

    @Test
    void theMostDigitsFitIntoANumber() {
        String text = "999999999999999999";
        assertThat(Decimal.matches(text, Decimal.MOST_DIGITS)).isTrue();
        assertThat(Long.parseLong(text)).isPositive();
    }
}
