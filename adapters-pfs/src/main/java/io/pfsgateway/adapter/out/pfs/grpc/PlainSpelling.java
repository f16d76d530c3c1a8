package io.pfsgateway.adapter.out.pfs.grpc;

import java.util.Optional;

/**
 * Keys as they are. Only a directory marker is written otherwise, since a path that ends in a slash is none: it is the file in the
 * directory whose name is a single space, before which no other name can stand.
 */
final class PlainSpelling implements Spelling {
    private static final String MARKER = "/ ";

    @Override
    public String spell(String key) {
        return key.endsWith("/") ? key + " " : key;
    }

    @Override
    public Optional<String> read(String path) {
        return Optional.of(path.endsWith(MARKER) ? path.substring(0, path.length() - 1) : path);
    }
}
