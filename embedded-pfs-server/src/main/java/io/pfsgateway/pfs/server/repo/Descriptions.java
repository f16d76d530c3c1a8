package io.pfsgateway.pfs.server.repo;

import io.pfsgateway.pfs.server.words.Refusals;

/** What projects and repositories cannot have here. */
final class Descriptions {
    private Descriptions() {}

    /** Nothing is accepted and dropped. */
    static void refuse(String description) {
        if (!description.isEmpty()) {
            throw Refusals.unimplemented("descriptions of projects and repos");
        }
    }
}
