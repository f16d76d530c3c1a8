package io.pfsgateway.adapter.in.http.access;

import io.pfsgateway.adapter.in.http.signature.PayloadDeclaration;
import io.pfsgateway.adapter.in.http.signature.SigningContext;
import io.pfsgateway.domain.access.Caller;
import java.util.Optional;

/**
 * Who makes a request.
 *
 * @param identified whether it may use what S3 keeps from anonymous callers
 * @param payload what is declared of the body
 * @param signing with what the signatures of the body's chunks are checked; empty where nobody checks them
 */
public record Authenticated(
        Caller caller, boolean identified, PayloadDeclaration payload, Optional<SigningContext> signing) {}
