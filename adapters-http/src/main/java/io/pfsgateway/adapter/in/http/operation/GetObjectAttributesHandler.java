package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.exchange.S3Request;
import io.pfsgateway.adapter.in.http.header.HttpDates;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.adapter.in.http.xml.ObjectAttributesXml;
import io.pfsgateway.adapter.in.http.xml.ObjectAttributesXml.Attribute;
import io.pfsgateway.adapter.in.http.xml.ObjectAttributesXml.PartsRequest;
import io.pfsgateway.application.port.in.GetObjectUseCase;
import io.pfsgateway.domain.condition.ReadConditions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * GetObjectAttributes. The object is looked up as for a read, and none of its bytes are.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAttributes.html">GetObjectAttributes</a>
 */
public final class GetObjectAttributesHandler implements Operation {
    private static final int MAX_PARTS = 1000;
    private static final String ATTRIBUTES = "x-amz-object-attributes";
    private static final String LIMIT = "x-amz-max-parts";
    private static final String MARKER = "x-amz-part-number-marker";

    private final GetObjectUseCase getObject;

    public GetObjectAttributesHandler(GetObjectUseCase getObject) {
        this.getObject = getObject;
    }

    @Override
    public Answer handle(Call call) {
        S3Request request = call.request();
        UnsupportedHeaders.check(request);
        Set<Attribute> asked = asked(request);
        PartsRequest parts = new PartsRequest(
                PageLimit.afterPart(MARKER, request.nonEmptyHeader(MARKER)),
                PageLimit.of(LIMIT, request.nonEmptyHeader(LIMIT), MAX_PARTS));
        GetObjectUseCase.Query query = new GetObjectUseCase.Query(
                call.caller(),
                call.bucket(),
                call.key(),
                call.versionToRead(),
                ReadConditions.NONE,
                Optional.empty(),
                OptionalInt.empty());
        try (GetObjectUseCase.Result result = getObject.getObject(query)) {
            return Answer.xml(200, new ObjectAttributesXml(asked, parts, result.file(), result.parts()))
                    .with("Last-Modified", HttpDates.format(result.file().lastModified()))
                    .with("x-amz-version-id", result.versionId().value());
        }
    }

    private static Set<Attribute> asked(S3Request request) {
        Set<Attribute> asked = EnumSet.noneOf(Attribute.class);
        for (String line : request.headers().all(ATTRIBUTES)) {
            for (String name : line.split(",", -1)) {
                if (!name.isBlank()) {
                    asked.add(attribute(name.strip()));
                }
            }
        }
        if (asked.isEmpty()) {
            throw S3Error.of(
                            S3ErrorCode.INVALID_REQUEST,
                            "The " + ATTRIBUTES
                                    + " header specifying the attributes to be retrieved is either missing or empty")
                    .refusal();
        }
        return asked;
    }

    private static Attribute attribute(String name) {
        return Arrays.stream(Attribute.values())
                .filter(each -> each.s3Name().equals(name))
                .findFirst()
                .orElseThrow(() -> S3Error.invalidArgument(ATTRIBUTES, name, "Invalid attribute name specified.")
                        .refusal());
    }
}
