package io.pfsgateway.benchmarks;

import io.pfsgateway.adapter.in.http.xml.ListObjectsV2Xml;
import io.pfsgateway.adapter.in.http.xml.ListingText;
import io.pfsgateway.adapter.in.http.xml.XmlWriter;
import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.EntityTag;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.file.HeaderName;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.ListingEntry;
import io.pfsgateway.domain.listing.ListingPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A page of 1,000 keys written as XML. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ListingXmlBenchmark {
    private static final int KEYS = 1_000;
    private static final CommitId COMMIT = new CommitId("0123456789ab4def8123456789abcdef");
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

    private final ListObjectsV2Xml document = new ListObjectsV2Xml(request(), page(), Optional.empty());
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);

    private static ListObjectsV2Xml.Request request() {
        return new ListObjectsV2Xml.Request(
                "master.photos", "data/", "", Optional.empty(), Optional.empty(), KEYS, false, ListingText.URL);
    }

    private static ListingPage page() {
        List<ListingEntry> entries =
                IntStream.range(0, KEYS).mapToObj(ListingXmlBenchmark::entry).toList();
        return new ListingPage(new CommitInfo(COMMIT, TIME), entries, false);
    }

    private static ListingEntry entry(int number) {
        byte[] hash = new byte[32];
        hash[number % hash.length] = (byte) number;
        ObjectAttributes attributes = new ObjectAttributes(
                Map.of(HeaderName.CONTENT_TYPE, "application/octet-stream"),
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(new ContentChecksum(ChecksumAlgorithm.CRC64NVME, "M3eFcAZSQlc=")));
        return ListingEntry.of(new FileVersion(
                new ObjectKey("data/part-%06d/file-%08d".formatted(number / 10, number)),
                number,
                EntityTag.single(ContentHash.of(hash)),
                TIME.plusMillis(number),
                COMMIT,
                attributes));
    }

    @Benchmark
    public int pageOfThousand() throws IOException {
        out.reset();
        XmlWriter writer = new XmlWriter(out);
        document.write(writer);
        writer.flush();
        return out.size();
    }
}
