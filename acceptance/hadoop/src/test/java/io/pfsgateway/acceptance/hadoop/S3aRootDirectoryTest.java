package io.pfsgateway.acceptance.hadoop;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.contract.AbstractContractRootDirectoryTest;
import org.apache.hadoop.fs.contract.AbstractFSContract;
import org.apache.hadoop.fs.contract.ContractTestUtils;
import org.assertj.core.api.Assertions;

/** Hadoop's contract of the same name. */
public final class S3aRootDirectoryTest extends AbstractContractRootDirectoryTest {
    @Override
    protected AbstractFSContract createContract(Configuration configuration) {
        return new S3aOnGateway(configuration);
    }

    /** S3A answers false where others throw. */
    @Override
    public void testRmNonEmptyRootDirNonRecursive() throws Throwable {
        Path file = new Path("/kept");
        ContractTestUtils.touch(getFileSystem(), file);
        Assertions.assertThat(getFileSystem().delete(new Path("/"), false)).isFalse();
        Assertions.assertThat(getFileSystem().exists(file)).isTrue();
        getFileSystem().delete(file, false);
    }
}
