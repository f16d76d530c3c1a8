package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.error.S3Refusal;
import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.header.ConditionHeaders;
import io.pfsgateway.adapter.in.http.header.ObjectHeaders;
import io.pfsgateway.adapter.in.http.header.RangeHeader;
import io.pfsgateway.adapter.in.http.header.ResponseOverrides;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.application.port.in.GetObjectUseCase;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.upload.PartNumber;
import java.util.Map;
import java.util.OptionalInt;

/**
 * GetObject and HeadObject, which differ in the body alone.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html">GetObject</a>
 */
public final class GetObjectHandler implements Operation {
    private static final String PART_NUMBER = "partNumber";

    private final GetObjectUseCase getObject;

    public GetObjectHandler(GetObjectUseCase getObject) {
        this.getObject = getObject;
    }

    @Override
    public Answer handle(Call call) {
        UnsupportedHeaders.check(call.request());
        ResponseOverrides overrides =
                ResponseOverrides.of(call.request(), call.authenticated().identified());
        GetObjectUseCase.Query query = query(call);
        GetObjectUseCase.Result result = getObject.getObject(query);
        boolean answered = false;
        try {
            Answer answer = answer(call, query, result, overrides);
            answered = true;
            return answer;
        } finally {
            if (!answered) {
                result.close();
            }
        }
    }

    private static GetObjectUseCase.Query query(Call call) {
        OptionalInt partNumber = partNumber(call);
        if (partNumber.isPresent() && call.request().header("range").isPresent()) {
            throw S3Error.of(
                            S3ErrorCode.INVALID_REQUEST,
                            "Cannot specify both Range header and partNumber query parameter")
                    .refusal();
        }
        return new GetObjectUseCase.Query(
                call.caller(),
                call.bucket(),
                call.key(),
                call.versionToRead(),
                ConditionHeaders.ofRead(call.request()),
                RangeHeader.of(call.request()),
                partNumber);
    }

    private static OptionalInt partNumber(Call call) {
        return call.query()
                .nonEmpty(PART_NUMBER)
                .map(text -> OptionalInt.of(PartNumber.parse(text).value()))
                .orElseGet(OptionalInt::empty);
    }

    private static Answer answer(
            Call call, GetObjectUseCase.Query query, GetObjectUseCase.Result result, ResponseOverrides overrides) {
        return switch (result.outcome()) {
            case WHOLE -> object(call, 200, query, result, overrides);
            case PARTIAL ->
                object(call, 206, query, result, overrides)
                        .with("Content-Range", contentRange(result.range(), result.file()));
            case NOT_MODIFIED -> {
                Answer notModified = Answer.empty(304)
                        .with(ObjectHeaders.validators(result.file()))
                        .with("x-amz-version-id", result.versionId().value());
                result.close();
                yield notModified;
            }
            case PRECONDITION_FAILED -> throw preconditionFailed(query);
        };
    }

    private static Answer object(
            Call call,
            int status,
            GetObjectUseCase.Query query,
            GetObjectUseCase.Result result,
            ResponseOverrides overrides) {
        FileVersion file = result.file();
        Answer answer = Answer.empty(status)
                .with(ObjectHeaders.validators(file))
                .with("x-amz-version-id", result.versionId().value())
                .with("Accept-Ranges", "bytes")
                .with(ObjectHeaders.kept(file.attributes(), overrides));
        if (query.partNumber().isPresent()) {
            answer = answer.with("x-amz-mp-parts-count", Integer.toString(result.partCount()));
        }
        if (asksForChecksums(call)) {
            answer = answer.with(ObjectHeaders.checksums(result.checksums(), file.attributes()));
        }
        if (call.isHead()) {
            long length = result.range().length();
            result.close();
            return answer.withLengthOnly(length);
        }
        return answer.withBody(new ObjectBody(result));
    }

    private static boolean asksForChecksums(Call call) {
        return call.request()
                .header("x-amz-checksum-mode")
                .filter("ENABLED"::equalsIgnoreCase)
                .isPresent();
    }

    private static String contentRange(ByteRange range, FileVersion file) {
        return "bytes " + range.offset() + "-" + range.lastByte() + "/" + file.sizeBytes();
    }

    private static S3Refusal preconditionFailed(GetObjectUseCase.Query query) {
        String condition = query.conditions().ifMatch().isPresent() ? "If-Match" : "If-Unmodified-Since";
        return new S3Error(
                        S3ErrorCode.PRECONDITION_FAILED,
                        "At least one of the pre-conditions you specified did not hold",
                        Map.of("Condition", condition),
                        Map.of())
                .refusal();
    }
}
