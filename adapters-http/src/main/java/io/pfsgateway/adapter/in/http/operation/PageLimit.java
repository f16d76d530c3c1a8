package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3Refusal;
import io.pfsgateway.adapter.in.http.exchange.QueryParameters;
import java.util.Optional;

/** How many entries a page may have: what was asked for, but no more than S3 gives. */
final class PageLimit {
    private PageLimit() {}

    static int of(QueryParameters query, String parameter, int most) {
        Optional<String> text = query.nonEmpty(parameter);
        return text.isEmpty() ? most : Math.min(most, parse(parameter, text.get()));
    }

    private static int parse(String parameter, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw invalid(parameter, text);
        }
        throw invalid(parameter, text);
    }

    static S3Refusal invalid(String parameter, String text) {
        return S3Error.invalidArgument(
                        parameter, text, "Argument " + parameter + " must be an integer between 0 and 2147483647")
                .refusal();
    }
}
