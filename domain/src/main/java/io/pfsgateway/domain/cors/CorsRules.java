package io.pfsgateway.domain.cors;

import io.pfsgateway.domain.failure.RequestFailure;
import java.util.List;
import java.util.Optional;

/** The rules of a bucket in their order, a hundred at most; none at all is the same as never having had any. */
public record CorsRules(List<CorsRule> rules) {
    /** No rules. */
    public static final CorsRules NONE = new CorsRules(List.of());

    private static final int MAX_RULES = 100;

    public CorsRules {
        rules = List.copyOf(rules);
        if (rules.size() > MAX_RULES) {
            throw RequestFailure.invalidRequest(
                    "CORSConfiguration",
                    "The number of CORS rules should not exceed allowed limit of " + MAX_RULES + " rules.");
        }
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /** The first rule that allows a request. */
    public Optional<CorsRule> allowing(CorsRequest request) {
        return rules.stream().filter(rule -> rule.allows(request)).findFirst();
    }
}
