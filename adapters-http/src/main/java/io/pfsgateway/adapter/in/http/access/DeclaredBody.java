package io.pfsgateway.adapter.in.http.access;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.exchange.S3Request;
import io.pfsgateway.adapter.in.http.signature.PayloadDeclaration;

/** What a request declares of its body where no signature vouches for it. */
final class DeclaredBody {
    private DeclaredBody() {}

    static PayloadDeclaration of(S3Request request) {
        return PayloadDeclaration.of(request.headers())
                .orElseThrow(() -> S3Error.invalidArgument(
                                PayloadDeclaration.HEADER,
                                request.header(PayloadDeclaration.HEADER).orElse(""),
                                PayloadDeclaration.HEADER + " must be a known word or a valid sha256 value.")
                        .refusal());
    }
}
