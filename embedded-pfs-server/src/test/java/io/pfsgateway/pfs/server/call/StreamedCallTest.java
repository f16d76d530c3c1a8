package io.pfsgateway.pfs.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class StreamedCallTest {
    private final Client client = new Client();
    private final Numbers numbers = new Numbers();

    @Test
    void makesNoMoreThanTheClientTakes() {
        StreamedCall<Integer> call = new StreamedCall<>(client, () -> numbers);
        call.advance();
        assertThat(numbers.made).isZero();

        client.room = 3;
        call.advance();
        assertThat(client.taken).containsExactly(1, 2, 3);
        assertThat(numbers.made).isEqualTo(3);
        assertThat(numbers.closed).isFalse();
    }

    @Test
    void endsAndClosesAtTheEnd() {
        client.room = 100;
        new StreamedCall<>(client, () -> numbers).advance();

        assertThat(client.taken).hasSize(Numbers.ALL);
        assertThat(client.completed).isTrue();
        assertThat(numbers.closed).isTrue();
    }

    @Test
    void closesWhenTheClientBreaksOff() {
        StreamedCall<Integer> call = new StreamedCall<>(client, () -> numbers);
        client.room = 1;
        call.advance();
        call.stop();
        client.room = 5;
        call.advance();

        assertThat(numbers.closed).isTrue();
        assertThat(client.taken).hasSize(1);
    }

    @Test
    void tellsAnErrorAndCloses() {
        client.room = 100;
        Answers<Integer> endless = numbers.map(number -> {
            throw new StackOverflowError();
        });
        new StreamedCall<>(client, () -> endless).advance();

        assertThat(Status.fromThrowable(client.failure).getCode()).isEqualTo(Status.Code.INTERNAL);
        assertThat(numbers.closed).isTrue();
    }

    @Test
    void tellsAFailureInTheMiddleAndCloses() {
        numbers.failsAt = 2;
        client.room = 100;
        new StreamedCall<>(client, () -> numbers).advance();

        assertThat(client.taken).containsExactly(1);
        assertThat(Status.fromThrowable(client.failure).getCode()).isEqualTo(Status.Code.INTERNAL);
        assertThat(numbers.closed).isTrue();
    }

    /** Ten numbers, one of which may fail. */
    private static final class Numbers implements Answers<Integer> {
        private static final int ALL = 10;

        private int made;
        private int failsAt;
        private boolean closed;

        @Override
        public Optional<Integer> next() {
            if (made == ALL) {
                return Optional.empty();
            }
            made++;
            if (made == failsAt) {
                throw new IllegalStateException("on purpose");
            }
            return Optional.of(made);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** A client that takes so many messages. */
    private static final class Client extends ServerCallStreamObserver<Integer> {
        private final List<Integer> taken = new ArrayList<>();
        private int room;
        private boolean completed;
        private @Nullable Throwable failure;

        @Override
        public boolean isReady() {
            return room > 0;
        }

        @Override
        public void onNext(Integer value) {
            room--;
            taken.add(value);
        }

        @Override
        public void onError(Throwable cause) {
            failure = cause;
        }

        @Override
        public void onCompleted() {
            completed = true;
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void setOnCancelHandler(Runnable handler) {}

        @Override
        public void setCompression(String compression) {}

        @Override
        public void setOnReadyHandler(Runnable handler) {}

        @Override
        public void request(int count) {}

        @Override
        public void setMessageCompression(boolean enable) {}

        @Override
        public void disableAutoInboundFlowControl() {}
    }
}
