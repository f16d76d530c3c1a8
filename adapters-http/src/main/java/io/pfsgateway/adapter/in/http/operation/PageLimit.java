package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3Refusal;
import io.pfsgateway.adapter.in.http.exchange.QueryParameters;
import io.pfsgateway.domain.upload.PartNumber;
import java.util.Optional;

/** How many entries a page may have: what was asked for, but no more than S3 gives. And where a page of numbered parts begins. */
final class PageLimit {
    private PageLimit() {}

    static int of(QueryParameters query, String parameter, int most) {
        return of(parameter, query.nonEmpty(parameter), most);
    }

    static int of(String parameter, Optional<String> text, int most) {
        return text.isEmpty() ? most : Math.min(most, parse(parameter, text.get()));
    }

    /** The part behind which a page begins; number 0 stands for none, and beyond the last there are no parts anyway. */
    static Optional<PartNumber> afterPart(String parameter, Optional<String> text) {
        int number = text.isEmpty() ? 0 : Math.min(PartNumber.MAX, parse(parameter, text.get()));
        return number == 0 ? Optional.empty() : Optional.of(new PartNumber(number));
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
