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
import org.jspecify.annotations.Nullable;

/**
 * A connection that breaks before an answer to a method comes through: the server has done its part, and nobody hears of it. Of the
 * commits to one repository it can be told apart whether they break before or behind their end.
 */
final class LossyConnection implements ClientInterceptor {
    private volatile @Nullable String method;
    private volatile @Nullable String cut;
    private volatile @Nullable String lost;

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

    void heal() {
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
        ClientCall<Q, A> call = next.newCall(called, options);
        return new Breaking<>(call, String.valueOf(called.getBareMethodName()).equals(method));
    }

    /** One call, which breaks or does not. */
    private final class Breaking<Q, A> extends SimpleForwardingClientCall<Q, A> {
        private volatile boolean losesAnswer;
        private volatile boolean isCut;

        Breaking(ClientCall<Q, A> call, boolean losesAnswer) {
            super(call);
            this.losesAnswer = losesAnswer;
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
