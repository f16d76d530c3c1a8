package io.pfsgateway.acceptance.hadoop;

import io.pfsgateway.acceptance.ClientsDocument;
import io.pfsgateway.acceptance.GatewayProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.contract.AbstractBondedFSContract;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** S3A on a bucket of a gateway, one for all suites of a run. It tries nothing twice, so that every failure is seen. */
final class S3aOnGateway extends AbstractBondedFSContract {
    private static final String BUCKET = "master.hadoop";

    /** The file system's address. */
    static final String FILE_SYSTEM = "s3a://" + BUCKET;

    private static final GatewayProcess GATEWAY = started();

    S3aOnGateway(Configuration configuration) {
        super(configured(configuration));
        addConfResource("contract/s3a.xml");
    }

    private static GatewayProcess started() {
        try {
            Path folder = Files.createDirectories(Path.of("target"));
            GatewayProcess gateway =
                    GatewayProcess.start(Files.createTempDirectory(folder.toAbsolutePath(), "gateway"));
            createBucket(gateway);
            Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "gateway-end"));
            return gateway;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** S3A makes no buckets. */
    private static void createBucket(GatewayProcess gateway) {
        AwsBasicCredentials key = AwsBasicCredentials.create(GatewayProcess.ACCESS_KEY, GatewayProcess.SECRET_KEY);
        try (S3Client client = S3Client.builder()
                .endpointOverride(gateway.address())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(key))
                .build()) {
            client.createBucket(request -> request.bucket(BUCKET));
        }
    }

    /** What {@code docs/clients.md} tells users to set. */
    static Configuration configured(Configuration configuration) {
        configuration.set("fs.contract.test.fs.s3a", FILE_SYSTEM);
        ClientsDocument.read().properties("Hadoop S3A", GATEWAY).forEach(configuration::set);
        configuration.set("fs.s3a.attempts.maximum", "1");
        configuration.set("fs.s3a.retry.limit", "1");
        configuration.set(
                "fs.s3a.buffer.dir", Path.of("target", "s3a").toAbsolutePath().toString());
        return configuration;
    }

    @Override
    public String getScheme() {
        return "s3a";
    }
}
