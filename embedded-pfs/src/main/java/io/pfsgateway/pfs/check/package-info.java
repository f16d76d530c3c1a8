/**
 * Reads everything back and says what contradicts itself: bytes and their hashes, references and their counts, commits and
 * their ids, the index and the rows. It never changes anything, and what it finds it names.
 */
@NullMarked
package io.pfsgateway.pfs.check;

import org.jspecify.annotations.NullMarked;
