package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.adapter.in.http.xml.ListPartsXml;
import io.pfsgateway.application.port.in.ListPartsUseCase;
import io.pfsgateway.domain.upload.PartNumber;
import java.util.List;
import java.util.Optional;

/**
 * ListParts.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html">ListParts</a>
 */
public final class ListPartsHandler implements Operation {
    private static final int MAX_PARTS = 1000;
    private static final String MARKER = "part-number-marker";

    private final ListPartsUseCase listParts;

    public ListPartsHandler(ListPartsUseCase listParts) {
        this.listParts = listParts;
    }

    @Override
    public Answer handle(Call call) {
        UnsupportedHeaders.check(call.request());
        int limit = PageLimit.of(call.query(), "max-parts", MAX_PARTS);
        Optional<PartNumber> after = PageLimit.afterPart(MARKER, call.query().nonEmpty(MARKER));
        ListPartsUseCase.Result page = listParts.listParts(call.upload(), after, Math.max(1, limit));
        ListPartsUseCase.Result shown =
                limit == 0 ? new ListPartsUseCase.Result(page.upload(), List.of(), false) : page;
        return Answer.xml(200, new ListPartsXml(new ListPartsXml.Request(call.bucketText(), after, limit), shown));
    }
}
