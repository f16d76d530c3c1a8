package io.pfsgateway.acceptance.hadoop;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.contract.AbstractContractVectoredReadTest;
import org.apache.hadoop.fs.contract.AbstractFSContract;

/** Hadoop's contract of the same name, once for each kind of buffer. */
public final class S3aVectoredReadTest extends AbstractContractVectoredReadTest {
    public S3aVectoredReadTest(String bufferType) {
        super(bufferType);
    }

    @Override
    protected AbstractFSContract createContract(Configuration configuration) {
        return new S3aOnGateway(configuration);
    }
}
