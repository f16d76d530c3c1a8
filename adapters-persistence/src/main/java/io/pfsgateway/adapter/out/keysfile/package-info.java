/**
 * Access keys from a YAML file that an operator writes.
 *
 * <p>The file is looked at on use, at most once a second, and taken over as a whole: a version that cannot be read, or that
 * others on the machine may read, changes nothing but the log. What it says is quoted nowhere, neither in the log nor in a
 * failure, since any word of it may be a secret: messages name places ({@code keys[2].secret-key}) and access keys.
 */
@NullMarked
package io.pfsgateway.adapter.out.keysfile;

import org.jspecify.annotations.NullMarked;
