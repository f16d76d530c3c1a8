package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.adapter.in.http.xml.ListObjectsV2Xml;
import io.pfsgateway.application.port.in.ListObjectsUseCase;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.listing.ContinuationToken;
import io.pfsgateway.domain.listing.ListingEntry;
import io.pfsgateway.domain.listing.ListingPage;
import java.util.List;
import java.util.Optional;

/**
 * ListObjectsV2. A token goes before a start, and pins the commit that its first page read.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html">ListObjectsV2</a>
 */
public final class ListObjectsV2Handler implements Operation {
    private static final String TOKEN = "continuation-token";

    private final ObjectPages pages;

    public ListObjectsV2Handler(ListObjectsUseCase listObjects) {
        this.pages = new ObjectPages(listObjects);
    }

    @Override
    public Answer handle(Call call) {
        UnsupportedHeaders.check(call.request());
        ListingParameters parameters = ListingParameters.of(call.query());
        BucketName bucket = call.bucket();
        Optional<String> startAfter = call.query().nonEmpty("start-after");
        Optional<ContinuationToken> token = token(call, bucket);
        ListingPage page = pages.page(
                call,
                bucket,
                parameters,
                token.map(ContinuationToken::after).or(() -> startAfter),
                token.map(ContinuationToken::commit));
        ListObjectsV2Xml.Request request = new ListObjectsV2Xml.Request(
                call.bucketText(),
                parameters.prefix(),
                parameters.delimiterText(),
                startAfter,
                call.query().first(TOKEN),
                parameters.limit(),
                call.query().first("fetch-owner").filter("true"::equals).isPresent(),
                parameters.spelling());
        return Answer.xml(200, new ListObjectsV2Xml(request, page, next(bucket, page)))
                .with("x-amz-bucket-region", "us-east-1");
    }

    private static Optional<ContinuationToken> token(Call call, BucketName bucket) {
        return call.query().nonEmpty(TOKEN).map(token -> ContinuationToken.parse(bucket, token));
    }

    private static Optional<String> next(BucketName bucket, ListingPage page) {
        List<ListingEntry> entries = page.entries();
        if (!page.more() || entries.isEmpty()) {
            return Optional.empty();
        }
        String last = entries.get(entries.size() - 1).name();
        return Optional.of(new ContinuationToken(bucket, page.commit().id(), last).text());
    }
}
