package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.xml.ListBucketsXml;
import io.pfsgateway.application.port.in.ListBucketsUseCase;

/**
 * ListBuckets.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html">ListBuckets</a>
 */
public final class ListBucketsHandler implements Operation {
    private static final int MAX_BUCKETS = 10_000;

    private final ListBucketsUseCase listBuckets;

    public ListBucketsHandler(ListBucketsUseCase listBuckets) {
        this.listBuckets = listBuckets;
    }

    @Override
    public Answer handle(Call call) {
        String prefix = call.query().first("prefix").orElse("");
        int limit = PageLimit.of(call.query(), "max-buckets", MAX_BUCKETS);
        if (limit == 0) {
            throw PageLimit.invalid("max-buckets", "0");
        }
        ListBucketsUseCase.Result result = listBuckets.listBuckets(new ListBucketsUseCase.Query(
                call.caller(), prefix, call.query().nonEmpty("continuation-token"), limit));
        return Answer.xml(200, new ListBucketsXml(result.buckets(), prefix, result.nextToken()));
    }
}
