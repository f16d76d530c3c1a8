package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.StreamObserver;
import io.pfsgateway.adapter.out.pfs.grpc.UploadRepos.Place;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.pfs.protocol.APIGrpc;
import io.pfsgateway.pfs.protocol.CreateFileSetResponse;
import io.pfsgateway.pfs.protocol.ModifyFileRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions that are asked at once, of which one fails while the server is still at the others. */
class AnswersTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final Set<Object> open = ConcurrentHashMap.newKeySet();
    private final Server server = InProcessServerBuilder.forName("answers")
            .directExecutor()
            .addService(new RefusingTheFirst())
            .build();
    private final ManagedChannel channel =
            InProcessChannelBuilder.forName("answers").directExecutor().build();

    /** The first is refused when all have been asked; to the others it never says anything. */
    private final class RefusingTheFirst extends APIGrpc.APIImplBase {
        private @Nullable StreamObserver<CreateFileSetResponse> first;

        @Override
        public StreamObserver<ModifyFileRequest> createFileSet(StreamObserver<CreateFileSetResponse> client) {
            StreamObserver<CreateFileSetResponse> refused = first == null ? client : first;
            first = refused;
            if (asked.incrementAndGet() == 3) {
                refused.onError(io.grpc.Status.NOT_FOUND
                        .withDescription("repo default/_s3-upload_x not found")
                        .asException());
            }
            return new Ignoring();
        }
    }

    /** Takes what comes. */
    private static final class Ignoring implements StreamObserver<ModifyFileRequest> {
        @Override
        public void onNext(ModifyFileRequest value) {
            // Nothing is made of it.
        }

        @Override
        public void onError(Throwable cancelled) {
            // As is to be.
        }

        @Override
        public void onCompleted() {
            // The answer is left out.
        }
    }

    /** Notes the calls that were begun and not cancelled. */
    private final class Watching implements ClientInterceptor {
        @Override
        public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
            return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
                @Override
                public void start(Listener<A> listener, io.grpc.Metadata headers) {
                    open.add(this);
                    super.start(listener, headers);
                }

                @Override
                public void cancel(@Nullable String message, @Nullable Throwable cause) {
                    open.remove(this);
                    super.cancel(message, cause);
                }
            };
        }
    }

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        channel.shutdownNow();
        server.shutdownNow();
    }

    @Test
    void leaveNoneOfTheOthersUnderWay() {
        PfsClient client = new PfsClient(
                ClientInterceptors.intercept(channel, new Watching()), Duration.ofMinutes(1), KeyPaths.plain());
        Place at = new Place("_s3-upload_x", "/composed");
        List<Place> parts = List.of(
                new Place("_s3-upload_x", "/1"), new Place("_s3-upload_x", "/2"), new Place("_s3-upload_x", "/3"));

        GatewayFailure failure = catchThrowableOfType(
                GatewayFailure.class, () -> new Sequences(client).compose(new UploadRepos(client), at, parts));
        assertThat(failure.kind()).isEqualTo(FailureKind.NO_SUCH_UPLOAD);
        assertThat(asked.get()).isEqualTo(3);
        assertThat(open).isEmpty();
    }
}
