/**
 * The certificate with which HTTPS is served, from PEM files as certificate authorities hand them out. {@link TlsFiles} names them;
 * the {@link ServedCertificate} reads them at the start and again when they change. A change that cannot be served leaves the old
 * certificate in place.
 *
 * <p>The trap: certificate and key are two files, and whoever replaces them replaces one first. For a moment they do not belong
 * together, which must neither end the service nor keep the second change from being seen.
 */
@NullMarked
package io.pfsgateway.adapter.in.http.tls;

import org.jspecify.annotations.NullMarked;
