package io.pfsgateway.acceptance.hadoop;

import java.io.ByteArrayInputStream;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.MultipartUploader;
import org.apache.hadoop.fs.PartHandle;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UploadHandle;
import org.apache.hadoop.fs.contract.AbstractContractMultipartUploaderTest;
import org.apache.hadoop.fs.contract.AbstractFSContract;
import org.assertj.core.api.Assertions;

/** Hadoop's contract of the same name. */
public final class S3aMultipartUploaderTest extends AbstractContractMultipartUploaderTest {
    private static final int PART_BYTES = 5 << 20;

    @Override
    protected AbstractFSContract createContract(Configuration configuration) {
        return new S3aOnGateway(configuration);
    }

    @Override
    protected int partSizeInBytes() {
        return PART_BYTES;
    }

    /** A completion that is repeated is answered again; an upload that was aborted is gone. */
    @Override
    protected boolean finalizeConsumesUploadIdImmediately() {
        return getMethodName().equals("testMultipartUploadAbort");
    }

    @Override
    protected boolean supportsConcurrentUploadsToSamePath() {
        return true;
    }

    /** There are no directories that could be in the way: a key is completed beside those below it. */
    @Override
    public void testDirectoryInTheWay() throws Exception {
        Path directory = path("testDirectoryInTheWay");
        getFileSystem().mkdirs(directory);
        try (MultipartUploader uploader =
                getFileSystem().createMultipartUploader(directory).build()) {
            UploadHandle upload = uploader.startUpload(directory).get();
            PartHandle part = uploader.putPart(upload, 1, directory, new ByteArrayInputStream(new byte[1]), 1)
                    .get();
            Assertions.assertThat(uploader.complete(upload, directory, Map.of(1, part))
                            .get())
                    .isNotNull();
        }
    }
}
