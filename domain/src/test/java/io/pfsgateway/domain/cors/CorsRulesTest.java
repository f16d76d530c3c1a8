package io.pfsgateway.domain.cors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.RequestFailure;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorsRulesTest {
    private static CorsRule rule(List<String> origins, List<CorsMethod> methods, List<String> headers) {
        return new CorsRule(
                Optional.empty(),
                origins.stream().map(CorsPattern::new).toList(),
                methods,
                headers.stream().map(CorsPattern::new).toList(),
                List.of(),
                OptionalInt.empty());
    }

    private static CorsRule exposing(String header) {
        return new CorsRule(
                Optional.empty(),
                List.of(new CorsPattern("*")),
                List.of(CorsMethod.GET),
                List.of(),
                List.of(header),
                OptionalInt.empty());
    }

    private static boolean allows(CorsRule rule, String origin, String method, String... headers) {
        return rule.allows(new CorsRequest(origin, method, List.of(headers)));
    }

    private static void assertRefused(ThrowingCallable call) {
        RequestFailure failure = catchThrowableOfType(RequestFailure.class, call);
        assertThat(failure).isNotNull();
        assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
    }

    @ParameterizedTest
    @CsvSource({
        "*suffix, foo.suffix, true",
        "*suffix, suffix, true",
        "*suffix, foo.suffix.get, false",
        "start*end, startend, true",
        "start*end, start12end, true",
        "start*end, 0start12end, false",
        "start*tend, startend, false",
        "prefix*, prefix, true",
        "prefix*, bla.prefix, false",
        "http://a.example, http://a.example, true",
        "http://a.example, http://A.example, false",
        "http://a.example, http://a.example:81, false",
        "*, null, true",
        "*, a b, false",
    })
    void aPatternHasOneWildcardForAnyRunOfCharacters(String pattern, String origin, boolean matches) {
        assertThat(new CorsPattern(pattern).matches(origin)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*.*", "a b", "a\r\nSet-Cookie:x", "\u00e4"})
    void aPatternOfMoreWildcardsOrOtherCharactersIsRefused(String pattern) {
        assertRefused(() -> new CorsPattern(pattern));
    }

    @Test
    void aRuleAllowsWhatItAllowsInEachRespect() {
        CorsRule rule = rule(List.of("a", "b*"), List.of(CorsMethod.GET, CorsMethod.PUT), List.of("X-Amz-*", "range"));

        assertThat(allows(rule, "b1", "PUT", "x-amz-date", "Range")).isTrue();
        assertThat(allows(rule, "a", "GET")).isTrue();
        assertThat(allows(rule, "c", "GET")).isFalse();
        assertThat(allows(rule, "a", "DELETE")).isFalse();
        assertThat(allows(rule, "a", "get")).isFalse();
        assertThat(allows(rule, "a", "GET", "x-amz-date", "x-other")).isFalse();
        assertThat(allows(rule, "a", "GET", "x-amz-\r\nx: y")).isFalse();
    }

    @Test
    void theFirstRuleThatAllowsDecides() {
        CorsRule puts = rule(List.of("*"), List.of(CorsMethod.PUT), List.of());
        CorsRule one = rule(List.of("a"), List.of(CorsMethod.GET), List.of());
        CorsRule all = rule(List.of("*"), List.of(CorsMethod.GET), List.of());
        CorsRules rules = new CorsRules(List.of(puts, one, all));

        assertThat(rules.allowing(new CorsRequest("a", "GET", List.of()))).contains(one);
        assertThat(rules.allowing(new CorsRequest("b", "GET", List.of()))).contains(all);
        assertThat(rules.allowing(new CorsRequest("b", "HEAD", List.of()))).isEmpty();
    }

    @Test
    void tellsOriginsThatAreNamedFromThoseThatAreAllowedWithAllOthers() {
        CorsRule rule = rule(List.of("a*", "*"), List.of(CorsMethod.GET), List.of());

        assertThat(rule.allowsAsAnyOrigin("b")).isTrue();
        assertThat(rule.allowsAsAnyOrigin("a")).isFalse();
    }

    @Test
    void refusesRulesThatCannotBe() {
        assertRefused(() -> rule(List.of(), List.of(CorsMethod.GET), List.of()));
        assertRefused(() -> rule(List.of("*"), List.of(), List.of()));
        assertRefused(() -> exposing("x-amz-*"));
        assertRefused(() -> exposing("a\r\nb"));
        assertRefused(() -> new CorsRules(Collections.nCopies(101, exposing("ETag"))));
        assertThat(new CorsRules(Collections.nCopies(100, exposing("ETag"))).rules())
                .hasSize(100);
    }

    @Test
    void knowsFiveMethods() {
        assertThat(CorsMethod.of("HEAD")).contains(CorsMethod.HEAD);
        assertThat(CorsMethod.of("PATCH")).isEmpty();
        assertThat(CorsMethod.of("get")).isEmpty();
    }
}
