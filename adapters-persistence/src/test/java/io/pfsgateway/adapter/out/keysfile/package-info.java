/** What a keys file gives, what is refused in it, and what a new version of it changes. */
@NullMarked
package io.pfsgateway.adapter.out.keysfile;

import org.jspecify.annotations.NullMarked;
