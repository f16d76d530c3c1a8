package io.pfsgateway.adapter.in.http.header;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.domain.condition.TagMatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {
    @ParameterizedTest
    @ValueSource(strings = {"*", " * ", "\"x\", *", "*,\"x\""})
    void takesAnAsteriskAnywhereForAny(String text) {
        assertThat(EntityTags.parse(text)).isEqualTo(TagMatch.ANY);
    }

    @Test
    void takesTagsWithQuotesOrWithout() {
        assertThat(EntityTags.parse("\"a\", b").tags()).containsExactlyInAnyOrder("a", "b");
    }
}
