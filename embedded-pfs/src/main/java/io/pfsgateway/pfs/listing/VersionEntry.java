package io.pfsgateway.pfs.listing;

import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.FileVersion;

/** One entry of a history. */
public sealed interface VersionEntry {
    /** A version of a file, or its deletion; the latest is what stands at the head. */
    record Version(FilePath path, FileVersion version, boolean latest) implements VersionEntry {}

    /** All files, live or not, whose paths start with the name, which ends with the delimiter. */
    record CommonPrefix(Bytes name) implements VersionEntry {}
}
