package io.pfsgateway.pfs.reclaim;

import java.io.IOException;

/** Work in the background that comes in small steps. */
@FunctionalInterface
public interface Chore {
    /** Does one small step, if there is one to do; says whether there was. */
    boolean step() throws IOException;
}
