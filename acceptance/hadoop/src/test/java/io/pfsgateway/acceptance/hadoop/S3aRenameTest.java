package io.pfsgateway.acceptance.hadoop;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.contract.AbstractContractRenameTest;
import org.apache.hadoop.fs.contract.AbstractFSContract;
import org.apache.hadoop.fs.contract.ContractTestUtils;
import org.assertj.core.api.Assertions;

/** Hadoop's contract of the same name. */
public final class S3aRenameTest extends AbstractContractRenameTest {
    @Override
    protected AbstractFSContract createContract(Configuration configuration) {
        return new S3aOnGateway(configuration);
    }

    /** S3A renames into no directory that holds something. */
    @Override
    public void testRenameDirIntoExistingDir() throws Throwable {
        FileSystem files = getFileSystem();
        Path source = path("source");
        Path target = path("target");
        ContractTestUtils.touch(files, new Path(source, "a"));
        ContractTestUtils.touch(files, new Path(target, "b"));
        Assertions.assertThat(files.rename(source, target)).isFalse();
        Assertions.assertThat(files.exists(new Path(source, "a"))).isTrue();
    }

    /** S3A looks no further up than the parent for a file in the way. */
    @Override
    public void testRenameFileUnderFileSubdir() throws Exception {
        String test = "testRenameFileUnderFileSubdir";
        Path file = path(test + "/file");
        Path source = path(test + "/source");
        Path target = new Path(file, "parent/target");
        ContractTestUtils.touch(getFileSystem(), file);
        ContractTestUtils.touch(getFileSystem(), source);
        Assertions.assertThat(getFileSystem().rename(source, target)).isTrue();
        Assertions.assertThat(getFileSystem().exists(target)).isTrue();
    }
}
