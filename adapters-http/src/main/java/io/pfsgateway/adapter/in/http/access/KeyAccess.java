package io.pfsgateway.adapter.in.http.access;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.error.SignatureTranslation;
import io.pfsgateway.adapter.in.http.exchange.S3Request;
import io.pfsgateway.adapter.in.http.form.FormFields;
import io.pfsgateway.adapter.in.http.signature.PayloadDeclaration;
import io.pfsgateway.adapter.in.http.signature.SignatureResult;
import io.pfsgateway.adapter.in.http.signature.SignatureVerifier;
import io.pfsgateway.application.port.in.AuthenticateUseCase;
import io.pfsgateway.application.port.in.CallerScope;
import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.access.Credential;
import io.pfsgateway.domain.access.SecretKey;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Checks signatures. A request without one is the anonymous caller's; one whose signature does not hold is refused, before anyone
 * is asked whose it is.
 */
public final class KeyAccess implements Access {
    private final AuthenticateUseCase authenticate;
    private final SignatureVerifier verifier;
    private final SignatureRules rules;

    /** Access for the key pairs that a use case knows. */
    public KeyAccess(AuthenticateUseCase authenticate, Clock clock, SignatureRules rules) {
        this.authenticate = authenticate;
        this.rules = rules;
        this.verifier = new SignatureVerifier(
                clock, accessKey -> authenticate.secret(accessKey).map(SecretKey::value), rules.version2());
    }

    @Override
    public Authenticated authenticate(S3Request request) {
        return authenticated(verifier.verify(request.wire()), () -> DeclaredBody.of(request));
    }

    @Override
    public Authenticated authenticateForm(S3Request request, FormFields fields) {
        return authenticated(verifier.verifyForm(fields.latin1()), () -> PayloadDeclaration.UNSIGNED);
    }

    @Override
    public CallerScope actFor(Caller caller) {
        return authenticate.actFor(caller);
    }

    private Authenticated authenticated(SignatureResult result, Supplier<PayloadDeclaration> undeclared) {
        return switch (result.kind()) {
            case ANONYMOUS -> new Authenticated(authenticate.anonymous(), false, undeclared.get(), Optional.empty());
            case VERIFIED -> verified((SignatureResult.Verified) result);
            case REFUSED ->
                throw SignatureTranslation.of(rules.told((SignatureResult.Refused) result))
                        .refusal();
        };
    }

    private Authenticated verified(SignatureResult.Verified verified) {
        rules.requireTaken(verified.form());
        Credential credential = authenticate
                .credential(verified.accessKey())
                .orElseThrow(() -> S3Error.of(
                                S3ErrorCode.INVALID_ACCESS_KEY_ID,
                                "The AWS Access Key Id you provided does not exist in our records.")
                        .refusal());
        return new Authenticated(credential.caller(), true, verified.payload(), verified.signing());
    }
}
