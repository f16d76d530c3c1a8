/**
 * The XML of S3. Answers are records named {@code …Xml} that write themselves through an {@link XmlWriter}, straight into the
 * response: a page of a thousand keys makes no tree and no string. Payloads are records too, read by Jackson from a
 * {@link XmlPayload}, with DTDs and entities switched off.
 *
 * <p>The traps: keys may hold control characters, which XML 1.0 cannot carry; like S3, the writer gives them as character
 * references, and clients that mean to read them ask for {@code encoding-type=url}. Errors have no namespace, everything else
 * has.
 */
@NullMarked
package io.pfsgateway.adapter.in.http.xml;

import org.jspecify.annotations.NullMarked;
