package io.pfsgateway.adapter.in.http.access;

import io.pfsgateway.adapter.in.http.exchange.S3Request;
import io.pfsgateway.adapter.in.http.form.FormFields;

/** Tells who makes a request. It reads headers and query alone, and refuses with the S3 error that says why. */
public interface Access {
    /** Who makes it, and what they declare of the body. */
    Authenticated authenticate(S3Request request);

    /** Who has signed a form, which says so in its fields; without such fields, whoever may do what everyone may. */
    Authenticated authenticateForm(S3Request request, FormFields fields);
}
