/** What tests of the domain share. */
@NullMarked
package io.pfsgateway.domain;

import org.jspecify.annotations.NullMarked;
