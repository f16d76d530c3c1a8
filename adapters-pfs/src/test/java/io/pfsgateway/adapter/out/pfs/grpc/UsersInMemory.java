package io.pfsgateway.adapter.out.pfs.grpc;

import com.google.protobuf.Timestamp;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.pfsgateway.application.port.out.TokenAuthority.Answer;
import io.pfsgateway.domain.access.FileSystemToken;
import io.pfsgateway.pfs.protocol.auth.APIGrpc;
import io.pfsgateway.pfs.protocol.auth.AuthorizeRequest;
import io.pfsgateway.pfs.protocol.auth.AuthorizeResponse;
import io.pfsgateway.pfs.protocol.auth.Permission;
import io.pfsgateway.pfs.protocol.auth.WhoAmIRequest;
import io.pfsgateway.pfs.protocol.auth.WhoAmIResponse;
import io.pfsgateway.testkit.fake.InMemoryTokenAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that answers who holds a token, with the statuses and the texts of pachd (src/auth/auth.go). */
final class UsersInMemory implements AutoCloseable {
    private static final Metadata.Key<String> TOKEN = Metadata.Key.of("authn-token", Metadata.ASCII_STRING_MARSHALLER);
    private static final Context.Key<String> SHOWN = Context.key("shown");

    private final InMemoryTokenAuthority users = new InMemoryTokenAuthority();
    private final Set<String> permissions = ConcurrentHashMap.newKeySet();
    private final AtomicInteger questions = new AtomicInteger();
    private final Server server;
    private final ManagedChannel channel;

    UsersInMemory() {
        server = start(NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(ServerInterceptors.intercept(new Service(), new ReadToken()))
                .build());
        channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort())
                .usePlaintext()
                .build();
    }

    private static Server start(Server server) {
        try {
            return server.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    InMemoryTokenAuthority users() {
        return users;
    }

    /** Gives whoever holds a token a permission on a resource. */
    void permit(String token, Permission permission, String resource) {
        permissions.add(token + " " + permission + " " + resource);
    }

    ManagedChannel channel() {
        return channel;
    }

    /** How often it was asked. */
    int questions() {
        return questions.get();
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.shutdownNow();
    }

    private final class Service extends APIGrpc.APIImplBase {
        @Override
        public void whoAmI(WhoAmIRequest request, StreamObserver<WhoAmIResponse> observer) {
            questions.incrementAndGet();
            String shown = SHOWN.get();
            Answer answer = shown == null ? Answer.UNKNOWN : users.ask(new FileSystemToken(shown));
            switch (answer.standing()) {
                case HELD -> {
                    observer.onNext(response(answer));
                    observer.onCompleted();
                }
                case UNKNOWN ->
                    observer.onError(Status.UNAUTHENTICATED
                            .withDescription("provided auth token is corrupted or has expired (try logging in again)")
                            .asException());
                case NO_USERS ->
                    observer.onError(Status.UNIMPLEMENTED
                            .withDescription("the auth service is not activated")
                            .asException());
            }
        }

        @Override
        public void authorize(AuthorizeRequest request, StreamObserver<AuthorizeResponse> observer) {
            String shown = SHOWN.get();
            if (shown == null) {
                observer.onError(Status.UNAUTHENTICATED
                        .withDescription("no authentication token (try logging in)")
                        .asException());
                return;
            }
            String resource = request.getResource().getType() + " "
                    + request.getResource().getName();
            if (permissions.stream().noneMatch(given -> given.endsWith(" " + resource))) {
                observer.onError(Status.UNKNOWN
                        .withDescription("no role binding exists for " + resource)
                        .asException());
                return;
            }
            boolean authorized = request.getPermissionsList().stream()
                    .allMatch(permission -> permissions.contains(shown + " " + permission + " " + resource));
            observer.onNext(
                    AuthorizeResponse.newBuilder().setAuthorized(authorized).build());
            observer.onCompleted();
        }

        private WhoAmIResponse response(Answer answer) {
            WhoAmIResponse.Builder response =
                    WhoAmIResponse.newBuilder().setUsername(answer.holder().orElseThrow());
            answer.expiresAt()
                    .ifPresent(end -> response.setExpiration(Timestamp.newBuilder()
                            .setSeconds(end.getEpochSecond())
                            .setNanos(end.getNano())));
            return response.build();
        }
    }

    private static final class ReadToken implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            String shown = headers.get(TOKEN);
            Context context =
                    shown == null ? Context.current() : Context.current().withValue(SHOWN, shown);
            return Contexts.interceptCall(context, call, headers, next);
        }
    }
}
