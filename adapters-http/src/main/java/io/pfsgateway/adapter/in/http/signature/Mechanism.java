package io.pfsgateway.adapter.in.http.signature;

import java.util.Optional;

/** How a request is signed, told by what it carries alone. One that carries two signatures is refused. */
enum Mechanism {
    /** Not at all. */
    NONE,
    /** By version 4, or by something that claims to be it, in the {@code Authorization} header. */
    HEADER,
    /** By version 4 in the query. */
    QUERY,
    /** By version 2 in the {@code Authorization} header. */
    VERSION_2_HEADER,
    /** By version 2 in the query. */
    VERSION_2_QUERY;

    static Mechanism of(SignedRequest request, QueryString query) throws Refusal {
        Optional<String> header = header(request.headers());
        boolean version4 = QueryClaim.isIn(query);
        boolean version2 = Version2Claim.isIn(query);
        if ((header.isPresent() ? 1 : 0) + (version4 ? 1 : 0) + (version2 ? 1 : 0) > 1) {
            throw new Refusal(
                    SignatureProblem.SEVERAL_MECHANISMS,
                    "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query"
                            + " string parameter or the Authorization header should be specified");
        }
        if (header.isPresent()) {
            return Version2Claim.isIn(header.get()) ? VERSION_2_HEADER : HEADER;
        }
        if (version4) {
            return QUERY;
        }
        return version2 ? VERSION_2_QUERY : NONE;
    }

    private static Optional<String> header(RequestHeaders headers) {
        for (String value : headers.all(HeaderClaim.HEADER)) {
            String header = value.strip();
            if (!header.isEmpty()) {
                return Optional.of(header);
            }
        }
        return Optional.empty();
    }
}
