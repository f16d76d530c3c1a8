package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.pfsgateway.domain.bucket.RepoName;
import io.pfsgateway.pfs.protocol.ModifyFileRequest;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A connection that breaks before an answer to a method comes through: the server has done its part, and nobody hears of it. Of the
 * commits to one repository it can be told apart whether they break before or behind their end.
 */
final class LossyConnection implements ClientInterceptor {
    private volatile @Nullable String method;
    private volatile @Nullable String cut;
    private volatile @Nullable String lost;
    private final AtomicReference<@Nullable String> interrupted = new AtomicReference<>();
    private final AtomicReference<@Nullable Meanwhile> before = new AtomicReference<>();
    private final AtomicReference<@Nullable Meanwhile> behind = new AtomicReference<>();

    /** What happens while others are at a method. */
    private record Meanwhile(String method, Runnable action) {}

    void loseAnswersTo(String name) {
        method = name;
    }

    /** Commits to a repository do not come to their end, and are not made. */
    void cutCommitsTo(RepoName name) {
        cut = name.value();
    }

    /** Commits to a repository are made, and nobody hears of it. */
    void loseCommitsTo(RepoName name) {
        lost = name.value();
    }

    /**
     * The next caller of a method is interrupted, once, before an answer can come: an answer that is there already would be taken
     * all the same.
     */
    void interruptNext(String name) {
        interrupted.set(name);
    }

    /** Does something once, on the thread of the next caller of a method, before the call begins. */
    void beforeNext(String name, Runnable action) {
        before.set(new Meanwhile(name, action));
    }

    /** Does something once, on the thread that is told of the end of the next call to a method. */
    void behindNext(String name, Runnable action) {
        behind.set(new Meanwhile(name, action));
    }

    private static void doIf(String called, AtomicReference<@Nullable Meanwhile> planned) {
        Meanwhile next = planned.get();
        if (next != null && next.method().equals(called) && planned.compareAndSet(next, null)) {
            next.action().run();
        }
    }

    void heal() {
        interrupted.set(null);
        before.set(null);
        behind.set(null);
        method = null;
        cut = null;
        lost = null;
    }

    private static boolean isTo(@Nullable String repo, Object message) {
        return message instanceof ModifyFileRequest request
                && request.hasSetCommit()
                && request.getSetCommit().getRepo().getName().equals(repo);
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> called, CallOptions options, Channel next) {
        String name = String.valueOf(called.getBareMethodName());
        doIf(name, before);
        if (name.equals(interrupted.get())) {
            interrupted.set(null);
            Thread.currentThread().interrupt();
            return new Unanswered<>();
        }
        return new Breaking<>(next.newCall(called, options), name);
    }

    /** A call that ends when its caller gives it up, and not before. */
    private static final class Unanswered<Q, A> extends ClientCall<Q, A> {
        private @Nullable Listener<A> listener;

        @Override
        public void start(Listener<A> answers, Metadata headers) {
            listener = answers;
        }

        @Override
        public void request(int messages) {}

        @Override
        public void sendMessage(Q message) {}

        @Override
        public void halfClose() {}

        @Override
        public void cancel(@Nullable String message, @Nullable Throwable cause) {
            Objects.requireNonNull(listener)
                    .onClose(Status.CANCELLED.withDescription(message).withCause(cause), new Metadata());
        }
    }

    /** One call, which breaks or does not. */
    private final class Breaking<Q, A> extends SimpleForwardingClientCall<Q, A> {
        private final String name;
        private volatile boolean losesAnswer;
        private volatile boolean isCut;

        Breaking(ClientCall<Q, A> call, String name) {
            super(call);
            this.name = name;
            this.losesAnswer = name.equals(method);
        }

        @Override
        public void start(Listener<A> listener, Metadata headers) {
            super.start(
                    new SimpleForwardingClientCallListener<>(listener) {
                        @Override
                        public void onMessage(A message) {
                            if (!losesAnswer) {
                                super.onMessage(message);
                            }
                        }

                        @Override
                        public void onClose(Status status, Metadata trailers) {
                            doIf(name, behind);
                            boolean broken = losesAnswer || isCut;
                            super.onClose(
                                    broken ? Status.UNAVAILABLE.withDescription("io exception") : status, trailers);
                        }
                    },
                    headers);
        }

        @Override
        public void sendMessage(Q message) {
            losesAnswer |= isTo(lost, message);
            isCut |= isTo(cut, message);
            super.sendMessage(message);
        }

        @Override
        public void halfClose() {
            if (isCut) {
                super.cancel("The connection breaks.", null);
            } else {
                super.halfClose();
            }
        }
    }
}
