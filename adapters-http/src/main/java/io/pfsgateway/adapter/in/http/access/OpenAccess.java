package io.pfsgateway.adapter.in.http.access;

import io.pfsgateway.adapter.in.http.exchange.S3Request;
import io.pfsgateway.adapter.in.http.form.FormFields;
import io.pfsgateway.adapter.in.http.signature.PayloadDeclaration;
import io.pfsgateway.application.port.in.AuthenticateUseCase;
import io.pfsgateway.application.port.in.CallerScope;
import io.pfsgateway.domain.access.Caller;
import java.util.Optional;

/** Lets everyone in, with any credentials or none, but no web page. */
public final class OpenAccess implements Access {
    private final AuthenticateUseCase authenticate;
    private final WebPageGuard guard;

    public OpenAccess(AuthenticateUseCase authenticate, WebPageGuard guard) {
        this.authenticate = authenticate;
        this.guard = guard;
    }

    @Override
    public Authenticated authenticate(S3Request request) {
        guard.check(request.headers());
        return new Authenticated(authenticate.anonymous(), true, DeclaredBody.of(request), Optional.empty());
    }

    @Override
    public Authenticated authenticateForm(S3Request request, FormFields fields) {
        guard.check(request.headers());
        return new Authenticated(authenticate.anonymous(), true, PayloadDeclaration.UNSIGNED, Optional.empty());
    }

    @Override
    public CallerScope actFor(Caller caller) {
        return authenticate.actFor(caller);
    }
}
