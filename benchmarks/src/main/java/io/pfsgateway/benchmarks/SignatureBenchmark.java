package io.pfsgateway.benchmarks;

import io.pfsgateway.adapter.in.http.signature.SignatureResult;
import io.pfsgateway.adapter.in.http.signature.SignatureVerifier;
import io.pfsgateway.adapter.in.http.signature.SignedRequest;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The check of a request's signature in its header, the signing key being known from an earlier request. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SignatureBenchmark {
    private final SignatureVerifier verifier = PublishedRequests.verifier();
    private final SignedRequest request = PublishedRequests.putObject();

    /** What is refused would be measured as something else. */
    @Setup
    public void requireGood() {
        if (!(verifier.verify(request) instanceof SignatureResult.Verified)) {
            throw new IllegalStateException("The request is not signed well");
        }
    }

    @Benchmark
    public SignatureResult headerVersion4() {
        return verifier.verify(request);
    }
}
