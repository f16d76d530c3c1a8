package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.exchange.QueryParameters;
import io.pfsgateway.adapter.in.http.xml.ListingText;
import java.util.Optional;

/** What all listings of a bucket have in common. An empty delimiter is none; a page of no entries may be asked for. */
record ListingParameters(String prefix, Optional<String> delimiter, int limit, ListingText spelling) {
    private static final int MAX_ENTRIES = 1000;
    private static final String ANY_ORDER = "allow-unordered";
    private static final String ENCODING = "encoding-type";

    static ListingParameters of(QueryParameters query) {
        return of(query, "max-keys");
    }

    /** Those of a listing that calls its limit so. */
    static ListingParameters of(QueryParameters query, String limit) {
        checkOrder(query);
        return new ListingParameters(
                query.first("prefix").orElse(""),
                query.nonEmpty("delimiter"),
                PageLimit.of(query, limit, MAX_ENTRIES),
                spelling(query));
    }

    /** Who allows any order gets the usual one; Ceph, whose parameter this is, has none that would go with common prefixes. */
    private static void checkOrder(QueryParameters query) {
        boolean anyOrder = query.first(ANY_ORDER).filter("true"::equals).isPresent();
        if (anyOrder && query.nonEmpty("delimiter").isPresent()) {
            throw S3Error.invalidArgument(ANY_ORDER, "true", "An unordered listing cannot have a delimiter.")
                    .refusal();
        }
    }

    private static ListingText spelling(QueryParameters query) {
        Optional<String> encoding = query.nonEmpty(ENCODING);
        if (encoding.filter(name -> !name.equals("url")).isPresent()) {
            throw S3Error.invalidArgument(ENCODING, encoding.get(), "Invalid Encoding Method specified in Request")
                    .refusal();
        }
        return encoding.isPresent() ? ListingText.URL : ListingText.PLAIN;
    }

    String delimiterText() {
        return delimiter.orElse("");
    }
}
