package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.File;
import io.pfsgateway.pfs.protocol.FileInfo;
import io.pfsgateway.pfs.protocol.FileType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stretch that a server brings as the test says. */
@Timeout(60)
class EntryStreamTest {
    private static final EntryStream.Stretch STRETCH = new EntryStream.Stretch("/", "/z", 3);

    private static final Commit HEAD = Commit.getDefaultInstance();
    private static final Commit READ = Commit.newBuilder().setId("read").build();

    private final List<String> asked = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();

    /** A server whose answers to the calls are these, one after the other. */
    private EntryStream open(List<Consumer<StreamObserver<FileInfo>>> answers) {
        return EntryStream.open(
                (at, marker, answered) -> {
                    asked.add(at.getId() + marker);
                    Consumer<StreamObserver<FileInfo>> answer = answers.get(calls.size());
                    begin(answered);
                    answer.accept(answered);
                },
                HEAD,
                STRETCH);
    }

    private void begin(StreamObserver<FileInfo> answered) {
        Call call = new Call(answered);
        calls.add(call);
        ((FetchedAhead<FileInfo>) answered).beforeStart(call);
    }

    /** A call whose messages come without being asked for. */
    private static final class Call extends ClientCallStreamObserver<Object> {
        private final StreamObserver<FileInfo> answered;
        private boolean isCancelled;

        Call(StreamObserver<FileInfo> answered) {
            this.answered = answered;
        }

        @Override
        public void cancel(@Nullable String message, @Nullable Throwable cause) {
            isCancelled = true;
            answered.onError(Status.CANCELLED.asException());
        }

        @Override
        public void disableAutoRequestWithInitial(int request) {}

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setOnReadyHandler(Runnable handler) {}

        @Override
        public void request(int count) {}

        @Override
        public void setMessageCompression(boolean enable) {}

        @Override
        public void disableAutoInboundFlowControl() {}

        @Override
        public void onNext(Object message) {}

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onCompleted() {}
    }

    private static Consumer<StreamObserver<FileInfo>> sends(String... paths) {
        return answered -> {
            for (String path : paths) {
                answered.onNext(file(path));
            }
        };
    }

    private static Consumer<StreamObserver<FileInfo>> ends(String... paths) {
        return sends(paths).andThen(StreamObserver::onCompleted);
    }

    private static Consumer<StreamObserver<FileInfo>> fails(String... paths) {
        return sends(paths)
                .andThen(answered -> answered.onError(
                        Status.DEADLINE_EXCEEDED.withDescription("too old").asException()));
    }

    private static FileInfo file(String path) {
        return FileInfo.newBuilder()
                .setFile(File.newBuilder().setPath(path))
                .setFileType(FileType.FILE)
                .build();
    }

    private static List<String> read(EntryStream stream, int most) throws StatusException {
        List<String> paths = new ArrayList<>();
        Optional<FileInfo> next = stream.next();
        while (next.isPresent()) {
            paths.add(next.get().getFile().getPath());
            next = paths.size() < most ? stream.next() : Optional.empty();
        }
        return paths;
    }

    private static List<String> readAll(EntryStream stream) throws StatusException {
        return read(stream, Integer.MAX_VALUE);
    }

    @Test
    void endsBeforeWhatIsNotWanted() throws StatusException {
        try (EntryStream stream = open(List.of(sends("/a", "/z", "/zz")))) {
            assertThat(readAll(stream)).containsExactly("/a", "/z");
        }
        assertThat(calls.get(0).isCancelled).isTrue();
    }

    @Test
    void tellsWhetherThereMayBeMoreThanTheServerWasAskedFor() throws StatusException {
        try (EntryStream all = open(List.of(ends("/a", "/b")))) {
            readAll(all);
            assertThat(all.isCutShort()).isFalse();
        }
        calls.clear();
        try (EntryStream allAndMore = open(List.of(ends("/a", "/b", "/zz")))) {
            readAll(allAndMore);
            assertThat(allAndMore.isCutShort()).isFalse();
        }
        calls.clear();
        try (EntryStream some = open(List.of(ends("/a", "/b", "/c")))) {
            readAll(some);
            assertThat(some.isCutShort()).isTrue();
        }
    }

    @Test
    void refusesAServerThatBeginsBeforeTheMarker() {
        try (EntryStream stream = open(List.of(sends("")))) {
            assertThatThrownBy(stream::next)
                    .isInstanceOfSatisfying(
                            RequestFailure.class,
                            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.NOT_IMPLEMENTED));
        }
    }

    @Test
    void whatIsLeftBeginsWithTheLastEntryThatWasRead() throws StatusException {
        EntryStream rest;
        try (EntryStream stream = open(List.of(ends("/a", "/b", "/c")))) {
            assertThat(read(stream, 2)).containsExactly("/a", "/b");
            rest = stream.leaveFrom(READ, file("/b"));
        }
        assertThat(calls.get(0).isCancelled).isFalse();

        assertThat(readAll(rest)).containsExactly("/b", "/c");
        assertThat(rest.isCutShort()).as("three were asked for, and came").isTrue();
        rest.close();
        assertThat(asked).containsExactly("/");
    }

    @Test
    void whatIsLeftIsAskedForAnewFromWhereItCameToNothing() throws StatusException {
        EntryStream rest;
        try (EntryStream stream = open(List.of(fails("/a", "/b", "/c"), ends("/d", "/e")))) {
            assertThat(read(stream, 2)).containsExactly("/a", "/b");
            rest = stream.leaveFrom(READ, file("/b"));
        }

        assertThat(readAll(rest)).containsExactly("/b", "/c", "/d", "/e");
        assertThat(rest.isCutShort()).as("the second call was to bring three").isFalse();
        assertThat(asked).containsExactly("/", "read" + PathOrder.behind("/c"));
    }

    @Test
    void whatFailsWhileItIsReadIsNotAskedForAnew() throws StatusException {
        try (EntryStream stream = open(List.of(fails("/a")))) {
            assertThat(read(stream, 1)).containsExactly("/a");
            assertThatThrownBy(stream::next).isInstanceOf(StatusException.class).hasMessageContaining("too old");
        }
    }

    @Test
    void isAskedForAnewOnceAlone() throws StatusException {
        EntryStream rest;
        try (EntryStream stream = open(List.of(fails("/a"), fails("/b")))) {
            read(stream, 1);
            rest = stream.leaveFrom(READ, file("/a"));
        }

        assertThat(read(rest, 2)).containsExactly("/a", "/b");
        assertThatThrownBy(rest::next).isInstanceOf(StatusException.class);
        assertThat(asked).hasSize(2);
    }
}
