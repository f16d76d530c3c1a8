package io.pfsgateway.domain.file;

import static io.pfsgateway.domain.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.domain.failure.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EntityTagTest {
    private static final String HEX = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @Test
    void isTheHashWithTheNumberOfPartsBehindADash() {
        EntityTag tag = EntityTag.single(new ContentHash(HEX));
        assertThat(tag.value()).isEqualTo(HEX + "-1");
        assertThat(tag.quoted()).isEqualTo('"' + HEX + "-1\"");
        assertThat(new EntityTag(new ContentHash(HEX), 10_000)).hasToString(HEX + "-10000");
    }

    @Test
    void isReadBackQuotedOrNot() {
        EntityTag tag = new EntityTag(new ContentHash(HEX), 3);
        assertThat(EntityTag.tryParse(tag.value())).contains(tag);
        assertThat(EntityTag.tryParse(tag.quoted())).contains(tag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "d41d8cd98f00b204e9800998ecf8427e",
                "d41d8cd98f00b204e9800998ecf8427e-2",
                HEX,
                HEX + "-",
                HEX + "-0",
                HEX + "-01",
                HEX + "-100000",
                HEX + "-x",
                "W/\"" + HEX + "-1\""
            })
    void isNothingElse(String text) {
        assertThat(EntityTag.tryParse(text)).isEmpty();
    }

    @Test
    void hasAtLeastOnePart() {
        assertRefused(FailureKind.INVALID_ARGUMENT, () -> new EntityTag(new ContentHash(HEX), 0));
    }

    @Test
    void itsHashIs32BytesInLowerCaseHex() {
        assertThat(ContentHash.of(new ContentHash(HEX).bytes())).hasToString(HEX);
        assertRefused(FailureKind.INVALID_ARGUMENT, () -> new ContentHash(HEX.substring(1)));
        assertRefused(FailureKind.INVALID_ARGUMENT, () -> new ContentHash("2CF2" + HEX.substring(4)));
    }
}
