package io.pfsgateway.adapter.in.http.access;

import io.pfsgateway.adapter.in.http.exchange.S3Request;
import io.pfsgateway.adapter.in.http.form.FormFields;
import io.pfsgateway.application.port.in.CallerScope;
import io.pfsgateway.domain.access.Caller;

/** Tells who makes a request. It reads headers and query alone, and refuses with the S3 error that says why. */
public interface Access {
    /** Who makes it, and what they declare of the body. */
    Authenticated authenticate(S3Request request);

    /** Who has signed a form, which says so in its fields; without such fields, whoever may do what everyone may. */
    Authenticated authenticateForm(S3Request request, FormFields fields);

    /** From now on, on this thread, the file system is asked in the caller's name; to be closed by the same thread. */
    CallerScope actFor(Caller caller);
}
