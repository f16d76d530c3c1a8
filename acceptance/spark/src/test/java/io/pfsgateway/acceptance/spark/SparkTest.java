package io.pfsgateway.acceptance.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pfsgateway.acceptance.ClientsDocument;
import io.pfsgateway.acceptance.GatewayProcess;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Spark, local, writes and reads partitioned Parquet; jobs are committed by S3A's magic committer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SparkTest {
    private static final int ROWS = 20_000;
    private static final int GROUPS = 5;

    private final String bucket = "master.spark-" + UUID.randomUUID();

    private GatewayProcess gateway;
    private S3Client client;
    private SparkSession spark;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        gateway = GatewayProcess.start(folder);
        client = client(gateway.address());
        client.createBucket(request -> request.bucket(bucket));
        spark = session(gateway, folder);
    }

    private static S3Client client(URI address) {
        return S3Client.builder()
                .endpointOverride(address)
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(GatewayProcess.ACCESS_KEY, GatewayProcess.SECRET_KEY)))
                .build();
    }

    /** A session with the settings that {@code docs/clients.md} tells users. */
    private static SparkSession session(GatewayProcess gateway, Path folder) {
        SparkSession.Builder session = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "4")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
                .config("spark.hadoop.fs.s3a.buffer.dir", folder.resolve("s3a").toString());
        ClientsDocument.read().properties("Spark", gateway).forEach(session::config);
        return session.getOrCreate();
    }

    @AfterAll
    void stop() {
        spark.stop();
        client.close();
        gateway.close();
    }

    private Dataset<Row> rows() {
        return spark.range(ROWS)
                .withColumn("group", col("id").mod(GROUPS))
                .withColumn("text", concat(lit("row "), col("id")));
    }

    private String at(String name) {
        return "s3a://" + bucket + "/" + name;
    }

    private List<String> keys(String prefix) {
        return client.listObjectsV2(request -> request.bucket(bucket).prefix(prefix)).contents().stream()
                .map(object -> object.key().substring(prefix.length()))
                .toList();
    }

    @Test
    void partitionedParquetComesBackAsItWent() {
        rows().write().partitionBy("group").parquet(at("table"));
        Dataset<Row> back = spark.read().parquet(at("table"));
        assertThat(back.count()).isEqualTo(ROWS);
        assertThat(back.select("id", "group", "text").exceptAll(rows()).isEmpty())
                .isTrue();
        assertThat(back.filter(col("group").equalTo(3)).count()).isEqualTo(ROWS / GROUPS);
        assertThat(keys("table/group=3/")).isNotEmpty().allMatch(name -> name.endsWith(".parquet"));
        assertThat(keys("table/")).noneMatch(name -> name.contains("__magic") || name.contains("_temporary"));
        assertThat(client.listMultipartUploads(request -> request.bucket(bucket))
                        .uploads())
                .isEmpty();
    }

    @Test
    void jobsAreCommittedByTheMagicCommitter() {
        rows().write().parquet(at("magic"));
        String success = client.getObjectAsBytes(
                        request -> request.bucket(bucket).key("magic/_SUCCESS"))
                .asString(StandardCharsets.UTF_8);
        assertThat(success).contains("\"committer\":\"magic\"");
    }

    @Test
    void overwritingLeavesNothingOfWhatWasThereAndAppendingAllOfIt() {
        rows().write().parquet(at("over"));
        rows().limit(10).write().mode(SaveMode.Overwrite).parquet(at("over"));
        assertThat(spark.read().parquet(at("over")).count()).isEqualTo(10);
        rows().write().mode(SaveMode.Append).parquet(at("over"));
        assertThat(spark.read().parquet(at("over")).count()).isEqualTo(ROWS + 10);
    }

    @Test
    void aJobThatFailsLeavesNothingToBeRead() {
        Dataset<String> failing = spark.range(ROWS)
                .map(
                        (MapFunction<Long, String>) number -> {
                            if (number == ROWS - 1) {
                                throw new IllegalStateException("meant to fail");
                            }
                            return "row " + number;
                        },
                        Encoders.STRING());
        assertThatThrownBy(() -> failing.write().parquet(at("failed"))).hasStackTraceContaining("meant to fail");
        assertThat(keys("failed/")).noneMatch(name -> name.endsWith(".parquet") || name.equals("_SUCCESS"));
        assertThat(client.listMultipartUploads(request -> request.bucket(bucket).prefix("failed/"))
                        .uploads())
                .isEmpty();
    }

    @Test
    void thePastOfATableIsReadThroughTheBucketOfItsCommit() {
        rows().limit(7).write().parquet(at("past"));
        String commit = client.headObject(request -> request.bucket(bucket).key("past/_SUCCESS"))
                .versionId();
        rows().write().mode(SaveMode.Overwrite).parquet(at("past"));
        assertThat(spark.read()
                        .parquet("s3a://" + commit + "." + bucket + "/past")
                        .count())
                .isEqualTo(7);
    }
}
