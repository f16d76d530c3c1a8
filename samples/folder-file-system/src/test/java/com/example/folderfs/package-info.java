/** The folder under the contracts of the kit, and what is its own. */
@NullMarked
package com.example.folderfs;

import org.jspecify.annotations.NullMarked;
