/** Tests of XML as it is read and written. */
@NullMarked
package io.pfsgateway.adapter.in.http.xml;

import org.jspecify.annotations.NullMarked;
