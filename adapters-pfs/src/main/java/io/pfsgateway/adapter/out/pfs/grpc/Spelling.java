package io.pfsgateway.adapter.out.pfs.grpc;

import java.util.Optional;

/**
 * How keys are written as paths. What is promised holds for the texts that come out as paths a server can hold: no two keys are
 * written alike, and paths stand in the order of their keys, both by the bytes of their UTF-8. Paths are here without the slash
 * that they begin with.
 */
interface Spelling {
    /** The path of a key. Any text will do: what it comes to stands among the paths where the text stands among the keys. */
    String spell(String key);

    /** The key that a path may be of, which it is if that key is spelled so; empty where there can be none. */
    Optional<String> read(String path);
}
