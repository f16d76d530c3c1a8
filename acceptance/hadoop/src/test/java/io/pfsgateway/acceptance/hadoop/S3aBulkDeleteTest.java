package io.pfsgateway.acceptance.hadoop;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.BulkDelete;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.contract.AbstractContractBulkDeleteTest;
import org.apache.hadoop.fs.contract.AbstractFSContract;
import org.apache.hadoop.fs.contract.ContractTestUtils;
import org.assertj.core.api.Assertions;

/** Hadoop's contract of the same name. */
public final class S3aBulkDeleteTest extends AbstractContractBulkDeleteTest {
    @Override
    protected AbstractFSContract createContract(Configuration configuration) {
        return new S3aOnGateway(configuration);
    }

    /** S3A takes a directory's path for a key that is not there, which to delete is no failure: what is below it stays. */
    @Override
    public void testBulkDeleteParentDirectoryWithFiles() throws Exception {
        Path directory = path("parent");
        Path file = new Path(directory, "file");
        ContractTestUtils.touch(getFileSystem(), file);
        Assertions.assertThat(deleted(directory)).isEmpty();
        Assertions.assertThat(getFileSystem().exists(file)).isTrue();
    }

    @Override
    public void testBulkDeleteParentDirectoryWithDirectories() throws Exception {
        Path directory = path("parent");
        Path below = new Path(directory, "below");
        getFileSystem().mkdirs(below);
        Assertions.assertThat(deleted(directory)).isEmpty();
        Assertions.assertThat(getFileSystem().exists(below)).isTrue();
    }

    /** S3A's own default. */
    @Override
    protected int getExpectedPageSize() {
        return 250;
    }

    /** What was not deleted. */
    private List<?> deleted(Path path) throws Exception {
        try (BulkDelete bulk = getFileSystem().createBulkDelete(path.getParent())) {
            return bulk.bulkDelete(List.of(path));
        }
    }
}
