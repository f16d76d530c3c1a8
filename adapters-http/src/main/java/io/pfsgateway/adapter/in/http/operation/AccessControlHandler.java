package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.failure.AccessFailure;
import java.io.IOException;

/**
 * PutBucketAcl and PutObjectAcl. The one list that can be set is the one that every bucket and object has; any other is refused, since
 * rights are given by other means here.
 */
public final class AccessControlHandler implements Operation {
    private final Right right;
    private final Operation lookup;

    /**
     * A handler for one kind of target.
     *
     * @param right what it takes to set a list
     * @param lookup answers only if the target is there
     */
    public AccessControlHandler(Right right, Operation lookup) {
        this.right = right;
        this.lookup = lookup;
    }

    @Override
    public Answer handle(Call call) throws IOException {
        UnsupportedHeaders.check(call.request());
        if (call.request().header("x-amz-acl").isEmpty()) {
            throw S3Error.notImplemented("access control lists other than the canned private one")
                    .refusal();
        }
        if (!call.caller().may(right, call.bucket().branch())) {
            throw AccessFailure.denied(call.bucketText());
        }
        lookup.handle(call);
        return Answer.empty(200);
    }
}
