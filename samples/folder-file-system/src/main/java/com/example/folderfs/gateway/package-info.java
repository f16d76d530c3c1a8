/** A gateway on a folder, wired by hand: {@code FolderGateway} is the table of contents, {@code Main} the command line. */
@NullMarked
package com.example.folderfs.gateway;

import org.jspecify.annotations.NullMarked;
