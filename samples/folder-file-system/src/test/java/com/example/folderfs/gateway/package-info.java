/** The gateway on a folder, as one who runs it meets it. */
@NullMarked
package com.example.folderfs.gateway;

import org.jspecify.annotations.NullMarked;
