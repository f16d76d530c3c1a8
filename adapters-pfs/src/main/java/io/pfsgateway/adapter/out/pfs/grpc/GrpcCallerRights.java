package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.Channel;
import io.grpc.StatusException;
import io.pfsgateway.application.port.out.CallerRights;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.AccessFailure;
import io.pfsgateway.pfs.protocol.auth.APIGrpc;
import io.pfsgateway.pfs.protocol.auth.AuthorizeRequest;
import io.pfsgateway.pfs.protocol.auth.Permission;
import io.pfsgateway.pfs.protocol.auth.Resource;
import io.pfsgateway.pfs.protocol.auth.ResourceType;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Asks pachd what whoever the thread works for may do with a repository, by {@code auth_v2.API/Authorize}. Reading is what its
 * readers may, writing what its writers may; setting the properties of a bucket takes an owner, who alone may change who may.
 */
public final class GrpcCallerRights implements CallerRights {
    private final Channel channel;
    private final GrpcIdentity identity;
    private final Duration patience;

    /**
     * @param channel to the server, without any token of its own; it stays the caller's
     * @param identity in whose name it is asked
     * @param patience how long an answer may take
     */
    public GrpcCallerRights(Channel channel, GrpcIdentity identity, Duration patience) {
        this.channel = channel;
        this.identity = identity;
        this.patience = patience;
    }

    @Override
    public void require(Right right, BranchId branch) {
        if (!isAuthorized(right, branch)) {
            throw AccessFailure.denied(branch.bucketName());
        }
    }

    private boolean isAuthorized(Right right, BranchId branch) {
        try {
            return APIGrpc.newBlockingV2Stub(channel)
                    .withInterceptors(new TokenInterceptor(identity::token))
                    .withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .authorize(AuthorizeRequest.newBuilder()
                            .setResource(Resource.newBuilder()
                                    .setType(ResourceType.REPO)
                                    .setName(branch.project() + "/" + branch.repo()))
                            .addPermissions(permission(right))
                            .build())
                    .getAuthorized();
        } catch (StatusException failed) {
            throw GrpcFailures.of(failed, Subject.of(branch, CommitRef.HEAD));
        }
    }

    private static Permission permission(Right right) {
        return switch (right) {
            case READ -> Permission.REPO_READ;
            case WRITE -> Permission.REPO_WRITE;
            case ADMIN -> Permission.REPO_MODIFY_BINDINGS;
        };
    }
}
