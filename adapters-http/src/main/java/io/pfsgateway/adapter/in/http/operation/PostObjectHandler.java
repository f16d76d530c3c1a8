package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.access.Access;
import io.pfsgateway.adapter.in.http.access.Authenticated;
import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.exchange.S3Request;
import io.pfsgateway.adapter.in.http.form.FormFields;
import io.pfsgateway.adapter.in.http.form.FormFile;
import io.pfsgateway.adapter.in.http.form.FormReader;
import io.pfsgateway.adapter.in.http.form.FormUpload;
import io.pfsgateway.adapter.in.http.form.PostPolicy;
import io.pfsgateway.adapter.in.http.form.PostPolicy.LengthRange;
import io.pfsgateway.adapter.in.http.header.StoredHeaders;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.application.port.in.CallerScope;
import io.pfsgateway.application.port.in.PutObjectUseCase;
import io.pfsgateway.domain.condition.WriteCondition;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/**
 * PostObject: a form posted to a bucket. Who posts it, and whether they may, stands in the form itself; its file is read only when that
 * was found good, and committed only when the whole form was.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html">POST Object</a>
 */
public final class PostObjectHandler implements Operation {
    private final PutObjectUseCase putObject;
    private final Access access;
    private final Clock clock;
    private final String scheme;

    /**
     * A handler of forms.
     *
     * @param access who has signed a form
     * @param clock by which policies expire
     * @param scheme with which the addresses of what was made begin
     */
    public PostObjectHandler(PutObjectUseCase putObject, Access access, Clock clock, String scheme) {
        this.putObject = putObject;
        this.access = access;
        this.clock = clock;
        this.scheme = scheme;
    }

    @Override
    public Answer handle(Call call) throws IOException {
        S3Request request = call.request();
        refuseOtherSignatures(request);
        FormReader reader = FormReader.of(request.body().open(), FormReader.boundary(contentType(request)));
        FormFields fields = reader.fields();
        String key = FormUpload.key(fields);
        Authenticated authenticated = access.authenticateForm(request, fields);
        LengthRange length = checkPolicy(call, fields);
        S3Request upload = FormUpload.of(request, fields, new FormFile(reader, length));
        CallerScope scope = access.actFor(authenticated.caller());
        try {
            PutObjectUseCase.Result result = put(new Call(upload, authenticated));
            return new PostAnswer(request, scheme, key).of(fields, result);
        } finally {
            scope.close();
        }
    }

    /** They would vouch for the body as a whole, which nobody has compared with it. */
    private static void refuseOtherSignatures(S3Request request) {
        boolean signedQuery = request.query().parameters().stream()
                .map(parameter -> parameter.name().toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.equals("x-amz-signature") || name.equals("signature"));
        if (signedQuery || request.header("authorization").isPresent()) {
            throw S3Error.of(
                            S3ErrorCode.INVALID_ARGUMENT,
                            "Only one auth mechanism allowed; a form is signed by its fields alone.")
                    .refusal();
        }
    }

    private static String contentType(S3Request request) {
        String type = request.header("content-type").orElse("");
        if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            throw S3Error.of(
                            S3ErrorCode.PRECONDITION_FAILED,
                            "Bucket POST must be of the enclosure-type multipart/form-data")
                    .refusal();
        }
        return type;
    }

    private LengthRange checkPolicy(Call call, FormFields fields) {
        Optional<PostPolicy> policy = fields.text("policy").map(PostPolicy::parse);
        policy.ifPresent(found -> found.check(fields, call.bucketText(), clock.instant()));
        return policy.map(PostPolicy::length).orElse(LengthRange.ANY);
    }

    private PutObjectUseCase.Result put(Call upload) throws IOException {
        putObject.admit(upload.caller(), upload.bucket());
        UnsupportedHeaders.check(upload.request());
        return putObject.putObject(new PutObjectUseCase.Command(
                upload.caller(),
                upload.bucket(),
                upload.key(),
                StoredHeaders.of(upload.request()),
                WriteCondition.NONE,
                ReceivedBody.of(upload)));
    }
}
