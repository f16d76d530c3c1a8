package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.out.Deletion;
import io.pfsgateway.application.port.out.DeletionResult;
import io.pfsgateway.application.port.out.DeletionResult.Outcome;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.ListingEntry;
import io.pfsgateway.domain.listing.ListingQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Deletions of many keys at once, whether these lie side by side or far apart. */
class ManyPathsTest {
    @RegisterExtension
    static final PachdServer SERVER = new PachdServer();

    private static final int MANY = 300;
    private static final int FAR_APART = 70;

    private final BranchId branch = BranchId.of("master", PachdServer.uniqueName());
    private final FileSystem files = SERVER.ports();

    @BeforeEach
    void makeBranch() {
        files.branches().create(branch);
    }

    private static List<String> numbered(String directory, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "%s/f%05d".formatted(directory, number))
                .toList();
    }

    private void place(List<String> keys) {
        SERVER.preparation().writeFiles(branch, keys);
        SERVER.preparation().awaitHead(branch);
    }

    private DeletionResult delete(List<String> keys) {
        return files.committer()
                .delete(
                        branch,
                        keys.stream()
                                .map(key -> new Deletion(new ObjectKey(key), WriteCondition.NONE))
                                .toList());
    }

    private List<String> listed() {
        return files
                .lister()
                .list(new ListingQuery(branch, CommitRef.HEAD, "", Optional.empty(), Optional.empty(), 1000))
                .entries()
                .stream()
                .map(ListingEntry::name)
                .toList();
    }

    @Test
    void areLookedAtTogetherAndGoInOneChange() {
        place(numbered("d", MANY));
        SERVER.trips.take();
        delete(numbered("d", MANY));
        List<String> calls = SERVER.trips.take().stream()
                .flatMap(trip -> Arrays.stream(trip.split("\\+", -1)))
                .toList();
        // The head is asked for before and after, at once with the look where the server is slower than the client.
        assertThat(calls).containsExactlyInAnyOrder("InspectCommit", "WalkFile", "ModifyFile", "InspectCommit");
        assertThat(listed()).isEmpty();
    }

    @Test
    void takeEachKeyThatIsThereAndNoOther() {
        place(numbered("d", MANY));
        List<String> even = numbered("d", 2 * MANY).stream()
                .filter(key -> key.matches(".*[02468]"))
                .toList();
        DeletionResult result = delete(even);
        assertThat(result.outcomes().subList(0, MANY / 2)).containsOnly(Outcome.DELETED);
        assertThat(result.outcomes().subList(MANY / 2, MANY)).containsOnly(Outcome.ABSENT);
        assertThat(listed())
                .containsExactlyElementsOf(numbered("d", MANY).stream()
                        .filter(key -> !even.contains(key))
                        .toList());
    }

    @Test
    void findKeysThatLieFarApart() {
        List<String> directories = numbered("d", FAR_APART);
        List<String> all = directories.stream()
                .flatMap(directory -> numbered(directory, FAR_APART).stream())
                .toList();
        place(all);
        List<String> first = directories.stream().map(each -> each + "/f00000").toList();
        assertThat(delete(first).outcomes()).containsOnly(Outcome.DELETED);
        assertThat(delete(first).outcomes()).containsOnly(Outcome.ABSENT);
    }
}
