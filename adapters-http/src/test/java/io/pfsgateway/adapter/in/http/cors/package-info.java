@NullMarked
package io.pfsgateway.adapter.in.http.cors;

import org.jspecify.annotations.NullMarked;
