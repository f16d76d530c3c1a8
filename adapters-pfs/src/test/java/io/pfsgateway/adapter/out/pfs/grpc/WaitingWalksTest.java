package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Scheduler;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.protocol.File;
import io.pfsgateway.pfs.protocol.FileInfo;
import io.pfsgateway.pfs.protocol.FileType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which walks wait for a page, and for how long, by the calls that are under way. */
@Timeout(60)
class WaitingWalksTest {
    @RegisterExtension
    static final PachdServer SERVER = new PachdServer();

    private static final FileInfo LAST = FileInfo.newBuilder()
            .setFile(File.newBuilder().setPath("/a"))
            .setFileType(FileType.FILE)
            .build();
    private static final CommitId COMMIT = new CommitId("0123456789ab4def8123456789abcdef");

    private final BranchId branch = BranchId.of("master", PachdServer.uniqueName());
    private final List<Runnable> scheduled = new ArrayList<>();
    private final Scheduler scheduler = (executor, task, delay, unit) -> {
        scheduled.add(task);
        return CompletableFuture.completedFuture(null);
    };
    private String token = "one's";
    private long aheadNanos;
    private final WaitingWalks walks =
            new WaitingWalks(() -> Optional.of(token), () -> System.nanoTime() + aheadNanos, scheduler);

    @BeforeEach
    void makeBranch() {
        FileSystem files = SERVER.ports();
        files.branches().create(branch);
        SERVER.preparation().writeFile(branch, new ObjectKey("key"), new byte[1]);
    }

    @AfterEach
    void endAll() {
        walks.forget(branch);
        SERVER.calls.await(0);
    }

    private WaitingWalks.Place place(String marker) {
        return new WaitingWalks.Place(branch, COMMIT, marker, "/z");
    }

    private void leave(String marker) {
        FilePages pages = new FilePages(SERVER.client());
        try (EntryStream walk = pages.walk(PfsMessages.commit(branch, CommitRef.HEAD), "/", "/z", 10)) {
            walks.leave(place(marker), walk, LAST);
        }
    }

    private static int waiting() {
        return SERVER.calls.methods().size();
    }

    @Test
    void oneIsGivenToOneWhoAsksForWhatItBrings() {
        leave("/a");

        assertThat(walks.take(place("/b"))).isEmpty();
        EntryStream taken = walks.take(place("/a")).orElseThrow();
        assertThat(walks.take(place("/a"))).isEmpty();

        assertThat(waiting()).as("it goes on").isOne();
        taken.close();
    }

    @Test
    void oneIsGivenToNobodyElseThanWhoBeganIt() {
        leave("/a");
        token = "another's";

        assertThat(walks.take(place("/a"))).isEmpty();
        leave("/a");
        token = "one's";

        assertThat(walks.take(place("/a"))).isPresent().get().satisfies(EntryStream::close);
        assertThat(waiting()).isOne();
    }

    @Test
    void oneThatNobodyAsksForIsEnded() {
        leave("/a");
        aheadNanos += WaitingWalks.PATIENCE.toNanos() + 1;
        assertThat(waiting()).isOne();

        assertThat(scheduled).isNotEmpty();
        List.copyOf(scheduled).forEach(Runnable::run);

        SERVER.calls.await(0);
        assertThat(walks.take(place("/a"))).isEmpty();
    }

    @Test
    void oneThatIsReplacedIsEnded() {
        leave("/a");
        leave("/a");

        SERVER.calls.await(1);
    }

    @Test
    void theOldestMakesRoomForAnother() {
        for (int each = 0; each < WaitingWalks.MOST; each++) {
            leave("/" + each);
        }
        assertThat(waiting()).isEqualTo(WaitingWalks.MOST);

        leave("/more");

        SERVER.calls.await(WaitingWalks.MOST);
        assertThat(walks.take(place("/0"))).isEmpty();
        assertThat(walks.take(place("/more"))).isPresent().get().satisfies(EntryStream::close);
        assertThat(walks.take(place("/1"))).isPresent().get().satisfies(EntryStream::close);
    }

    @Test
    void oneThatIsOldIsEndedByWhoWouldLeaveIt() {
        aheadNanos += WaitingWalks.OLDEST.toNanos() + 1;

        leave("/a");

        assertThat(waiting()).isZero();
    }

    @Test
    void thoseForABranchThatHasGoneAreEnded() {
        leave("/a");
        walks.forget(BranchId.of("master", PachdServer.uniqueName()));
        assertThat(waiting()).isOne();

        walks.forget(branch);

        assertThat(walks.take(place("/a"))).isEmpty();
        SERVER.calls.await(0);
    }
}
