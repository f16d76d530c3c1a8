/** Tests of the reading of forms. */
@NullMarked
package io.pfsgateway.adapter.in.http.form;

import org.jspecify.annotations.NullMarked;
