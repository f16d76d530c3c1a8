package io.pfsgateway.testkit.contract;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.file.ObjectKey;
import java.util.List;

/**
 * How what a test reads comes to be there: through the ports, unless the file system takes no changes, and then by the hands that
 * do change it. Each step is done when it returns, and is then what every reader finds.
 */
public interface Preparation {
    /** Makes an empty branch, and its repository where that is missing. */
    void makeBranch(BranchId branch);

    /** Deletes a branch with all that it holds. */
    void removeBranch(BranchId branch);

    /** Writes a file, in the place of one that is there. */
    void writeFile(BranchId branch, ObjectKey key, byte[] bytes);

    /** Deletes files that are there. */
    void removeFiles(BranchId branch, List<ObjectKey> keys);
}
