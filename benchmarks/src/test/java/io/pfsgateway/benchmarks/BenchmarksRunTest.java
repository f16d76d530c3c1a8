package io.pfsgateway.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Whether the benchmarks still run, not how fast. */
final class BenchmarksRunTest {
    private static final List<String> PATHS = List.of(
            "ChecksumBenchmark.oneMebibyte",
            "ChunkDecodingBenchmark.signedWithCrc32c",
            "ChunkDecodingBenchmark.unsignedWithCrc64Nvme",
            "EngineCommitBenchmark.one",
            "EngineCommitBenchmark.sixteen",
            "EngineReadBenchmark.oneKibibyteInline",
            "EngineReadBenchmark.oneMebibyteBlob",
            "ListingBenchmark.directories",
            "ListingBenchmark.plain",
            "ListingXmlBenchmark.pageOfThousand",
            "SignatureBenchmark.headerVersion4");

    @Test
    void eachRunsOnceWithoutError() throws RunnerException {
        Options once = new OptionsBuilder()
                .mode(Mode.SingleShotTime)
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .param("keys", "2000")
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        Collection<RunResult> results = new Runner(once).run();
        TreeSet<String> ran = new TreeSet<>();
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark();
            ran.add(name.substring("io.pfsgateway.benchmarks.".length()));
        }
        assertThat(ran).containsExactlyElementsOf(PATHS);
    }
}
