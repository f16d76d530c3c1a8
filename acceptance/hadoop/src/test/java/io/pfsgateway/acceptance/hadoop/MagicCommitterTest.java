package io.pfsgateway.acceptance.hadoop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.s3a.S3AFileSystem;
import org.apache.hadoop.fs.s3a.commit.magic.MagicS3GuardCommitter;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.OutputCommitter;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.TaskType;
import org.apache.hadoop.mapreduce.lib.output.TextOutputFormat;
import org.apache.hadoop.mapreduce.task.JobContextImpl;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A job whose tasks write by way of the magic committer: every task's file is a multipart upload that is left open, and the job
 * completes those of the tasks that were committed.
 */
final class MagicCommitterTest {
    private static final String JOB = "202601010000";

    private final Path output = new Path("/job-" + UUID.randomUUID());
    private final Configuration configuration = S3aOnGateway.configured(new Configuration());
    private S3AFileSystem files;

    @BeforeEach
    void open() throws IOException {
        configuration.set("mapreduce.job.application.attempt.id", "0");
        configuration.set("mapreduce.output.fileoutputformat.outputdir", S3aOnGateway.FILE_SYSTEM + output);
        files = (S3AFileSystem) FileSystem.newInstance(URI.create(S3aOnGateway.FILE_SYSTEM), configuration);
    }

    @AfterEach
    void close() throws IOException {
        files.delete(output, true);
        files.close();
    }

    @Test
    void nothingIsSeenBeforeTheJobIsCommittedAndAllOfItBehind() throws Exception {
        OutputCommitter first = write(0, "one");
        OutputCommitter second = write(1, "two");
        first.commitTask(task(0));
        second.commitTask(task(1));
        assertThat(names()).isEmpty();
        first.commitJob(job());
        assertThat(names()).containsExactly("_SUCCESS", "part-r-00000", "part-r-00001");
        assertThat(text("part-r-00000") + text("part-r-00001")).isEqualTo("one\ntwo\n");
        assertThat(files.listUploads(prefix()).hasNext()).isFalse();
    }

    @Test
    void whatAnAbortedTaskWroteIsNotThere() throws Exception {
        OutputCommitter kept = write(0, "kept");
        OutputCommitter dropped = write(1, "dropped");
        kept.commitTask(task(0));
        dropped.abortTask(task(1));
        kept.commitJob(job());
        assertThat(names()).containsExactly("_SUCCESS", "part-r-00000");
        assertThat(files.listUploads(prefix()).hasNext()).isFalse();
    }

    @Test
    void anAbortedJobLeavesNothing() throws Exception {
        OutputCommitter first = write(0, "one");
        write(1, "two");
        first.commitTask(task(0));
        first.abortJob(job(), org.apache.hadoop.mapreduce.JobStatus.State.FAILED);
        assertThat(names()).isEmpty();
        assertThat(files.listUploads(prefix()).hasNext()).isFalse();
    }

    private OutputCommitter write(int number, String line) throws Exception {
        TaskAttemptContext task = task(number);
        TextOutputFormat<Text, NullWritable> format = new TextOutputFormat<>();
        OutputCommitter committer = format.getOutputCommitter(task);
        assertThat(committer).isInstanceOf(MagicS3GuardCommitter.class);
        if (number == 0) {
            committer.setupJob(job());
        }
        committer.setupTask(task);
        RecordWriter<Text, NullWritable> writer = format.getRecordWriter(task);
        writer.write(new Text(line), NullWritable.get());
        writer.close(task);
        assertThat(committer.needsTaskCommit(task)).isTrue();
        return committer;
    }

    private JobContextImpl job() {
        return new JobContextImpl(configuration, task(0).getJobID());
    }

    private TaskAttemptContext task(int number) {
        TaskAttemptID id = new TaskAttemptID(JOB, 1, TaskType.REDUCE, number, 0);
        Configuration ours = new Configuration(configuration);
        ours.set("mapreduce.task.attempt.id", id.toString());
        return new TaskAttemptContextImpl(ours, id);
    }

    private String prefix() {
        return output.toString().substring(1) + "/";
    }

    private List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        for (FileStatus status : files.listStatus(output)) {
            if (!status.getPath().getName().startsWith("__magic")) {
                names.add(status.getPath().getName());
            }
        }
        return names;
    }

    private String text(String name) throws IOException {
        try (var in = files.open(new Path(output, name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
