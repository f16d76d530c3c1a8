package io.pfsgateway.pfs.check;

import io.pfsgateway.pfs.content.Blobs;
import io.pfsgateway.pfs.content.Contents;
import io.pfsgateway.pfs.index.PathIndex;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.View;

/** Checks a whole file system, on one frozen view of it. */
public final class Checker {
    private final Store store;
    private final Blobs blobs;
    private final Contents contents;
    private final PathIndex index;

    public Checker(Store store, Blobs blobs, Contents contents, PathIndex index) {
        this.store = store;
        this.blobs = blobs;
        this.contents = contents;
        this.index = index;
    }

    public CheckReport check() {
        Findings findings = new Findings();
        try (View view = store.snapshot()) {
            findings.pass(() -> "contents", () -> new ContentPass(view, contents, blobs, findings).run());
            findings.pass(() -> "references", () -> new ReferencePass(view, findings).run());
            findings.pass(() -> "rows", () -> new RowPass(view, findings).run());
            findings.pass(() -> "branches", () -> new BranchPass(view, findings).run());
            findings.pass(() -> "index", () -> new IndexPass(view, index, findings).run());
        }
        return findings.report();
    }
}
