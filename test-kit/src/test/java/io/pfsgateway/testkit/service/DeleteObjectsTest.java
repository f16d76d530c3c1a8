package io.pfsgateway.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.in.DeleteObjectsUseCase;
import io.pfsgateway.application.port.in.DeleteObjectsUseCase.Item;
import io.pfsgateway.application.port.in.DeleteObjectsUseCase.ItemResult;
import io.pfsgateway.application.port.in.GetObjectUseCase;
import io.pfsgateway.application.port.out.CommitReader;
import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.application.service.DeleteObjectsService;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.condition.TagMatch;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What becomes of objects that are deleted, and of those whose delete marker is. */
final class DeleteObjectsTest extends ServiceTest {
    private static final WriteCondition OTHER_TAG =
            WriteCondition.tags(Optional.of(new TagMatch(false, Set.of("other"))), Optional.empty());

    private CommitInfo beforeHead() {
        return files.reader().resolve(BUCKET.branch(), CommitRef.parse("HEAD^"));
    }

    private static Optional<FailureKind> failure(ItemResult result) {
        return result.failure().map(GatewayFailure::kind);
    }

    @Test
    void deletesAllInOneCommitAndTellsItAsTheirMarker() {
        put("a", "1");
        put("b", "2");
        put("c", "3");
        CommitInfo before = head();
        List<ItemResult> results = delete("b", "missing", "a");
        assertThat(beforeHead()).isEqualTo(before);
        Optional<CommitId> marker = Optional.of(head().id());
        assertThat(results).extracting(ItemResult::key).containsExactly(key("b"), key("missing"), key("a"));
        assertThat(results).extracting(ItemResult::deleteMarker).containsExactly(marker, Optional.empty(), marker);
        assertThat(results).allMatch(result -> result.failure().isEmpty());
        assertThat(read("c")).isEqualTo("3");
        assertRefused(FailureKind.NO_SUCH_KEY, () -> read("a"));
    }

    @Test
    void makesNoCommitWhenNothingWasThere() {
        CommitInfo before = head();
        assertThat(delete("a", "b")).allMatch(result -> result.deleteMarker().isEmpty());
        assertThat(delete(new Item[0])).isEmpty();
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void answersAnItemThatIsGivenTwiceTwiceTheSame() {
        put("a", "1");
        List<ItemResult> results = delete("a", "a");
        assertThat(results).hasSize(2);
        assertThat(results.get(0)).isEqualTo(results.get(1));
        assertThat(results.get(0).deleteMarker()).contains(head().id());
    }

    @Test
    void leavesTheOneWhoseConditionFailsAndDeletesTheOthers() {
        put("a", "1");
        put("b", "2");
        List<ItemResult> results = delete(
                new Item(key("a"), Optional.empty(), OTHER_TAG),
                item("b"),
                new Item(key("missing"), Optional.empty(), OTHER_TAG));
        assertThat(results)
                .extracting(DeleteObjectsTest::failure)
                .containsExactly(
                        Optional.of(FailureKind.PRECONDITION_FAILED),
                        Optional.empty(),
                        Optional.of(FailureKind.NO_SUCH_KEY));
        assertThat(read("a")).isEqualTo("1");
        assertRefused(FailureKind.NO_SUCH_KEY, () -> read("b"));
    }

    @Test
    void bringsAnObjectBackWhenItsNewestMarkerIsNamed() {
        ObjectAttributes attributes =
                new ObjectAttributes(Map.of(), new TreeMap<>(Map.of("colour", "green")), new TreeMap<>(), List.of());
        put("a", "older");
        put("a", "newer", attributes);
        put("ab", "a neighbour");
        delete("a");
        CommitInfo marker = head();
        put("b", "later");
        CommitInfo before = head();
        List<ItemResult> results = delete(item("a", marker.id().value()));
        assertThat(results).hasSize(1);
        assertThat(results.get(0).failure()).isEmpty();
        assertThat(results.get(0).restoredMarker()).contains(marker.id());
        assertThat(beforeHead()).isEqualTo(before);
        try (GetObjectUseCase.Result result = get(BUCKET, "a", Optional.empty())) {
            assertThat(text(result)).isEqualTo("newer");
            assertThat(result.file().attributes()).isEqualTo(attributes);
        }
    }

    @Test
    void takesNothingButAFullIdForAMarker() {
        put("a", "text");
        delete("a");
        CommitInfo marker = head();
        assertThat(failure(delete(item("a", "HEAD")).get(0))).contains(FailureKind.NOT_IMPLEMENTED);
        put("b", "later");
        CommitInfo before = head();
        assertThat(delete(item("a", "HEAD^"), item("a", before.id().value() + "^")))
                .extracting(DeleteObjectsTest::failure)
                .containsOnly(Optional.of(FailureKind.NOT_IMPLEMENTED));
        assertThat(head()).isEqualTo(before);
        assertThat(delete(item("a", marker.id().value())).get(0).failure()).isEmpty();
    }

    @Test
    void refusesAMarkerThatWasTakenAwayBefore() {
        put("a", "text");
        delete("a");
        CommitId marker = head().id();
        delete(item("a", marker.value()));
        CommitInfo before = head();
        assertThat(failure(delete(item("a", marker.value())).get(0))).contains(FailureKind.NOT_IMPLEMENTED);
        assertThat(head()).isEqualTo(before);
        assertThat(read("a")).isEqualTo("text");
    }

    @Test
    void refusesToDeleteAnyOtherVersion() {
        CommitId written = put("a", "1");
        delete("a");
        CommitId older = head().id();
        put("a", "2");
        delete("a");
        put("b", "there");
        CommitInfo before = head();
        List<ItemResult> results = delete(
                item("a", written.value()),
                item("a", older.value()),
                item("a", before.id().value()),
                item("b", "HEAD"),
                item("never", "HEAD"),
                item("a", UNKNOWN.value()));
        assertThat(results)
                .extracting(DeleteObjectsTest::failure)
                .containsOnly(Optional.of(FailureKind.NOT_IMPLEMENTED));
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void doesWhatIsPlainAlthoughAVersionIsRefused() {
        CommitId written = put("a", "1");
        put("b", "2");
        List<ItemResult> results = delete(item("a", written.value()), item("b"));
        assertThat(failure(results.get(0))).contains(FailureKind.NOT_IMPLEMENTED);
        assertThat(results.get(1).deleteMarker()).contains(head().id());
        assertThat(read("a")).isEqualTo("1");
    }

    @Test
    void aConditionThatAsksForAnObjectFailsOnADeletedOne() {
        put("a", "1");
        delete("a");
        CommitInfo marker = head();
        Item item = new Item(key("a"), Optional.of(CommitRef.to(marker.id())), OTHER_TAG);
        assertThat(failure(delete(item).get(0))).contains(FailureKind.NO_SUCH_KEY);
        assertThat(head()).isEqualTo(marker);
    }

    @Test
    void failsAsAWholeWhereThereIsNoBucket() {
        DeleteObjectsService service = new DeleteObjectsService(files.committer(), files.reader(), files.history());
        for (List<Item> items : List.of(List.of(item("a")), List.of(item("a", "HEAD")), List.<Item>of())) {
            assertRefused(
                    FailureKind.NO_SUCH_BUCKET,
                    () -> service.deleteObjects(new DeleteObjectsUseCase.Command(ANYONE, MISSING, items)));
        }
    }

    @Test
    void anObjectThatIsWrittenMeanwhileIsNotBroughtBackOverIt() {
        put("a", "old");
        delete("a");
        CommitInfo marker = head();
        ItemResult result = deleteWhile(
                () -> put("a", "written meanwhile"), item("a", marker.id().value()));
        assertThat(failure(result)).contains(FailureKind.NOT_IMPLEMENTED);
        assertThat(read("a")).isEqualTo("written meanwhile");
    }

    @Test
    void anObjectThatIsWrittenAndDeletedMeanwhileStaysDeleted() {
        put("a", "old");
        delete("a");
        CommitInfo marker = head();
        Runnable meanwhile = () -> {
            put("a", "newer");
            delete("a");
        };
        ItemResult result = deleteWhile(meanwhile, item("a", marker.id().value()));
        assertThat(failure(result)).contains(FailureKind.NOT_IMPLEMENTED);
        assertRefused(FailureKind.NO_SUCH_KEY, () -> read("a"));
    }

    /** Deletes one item, while something else comes in between the look at its versions and the commit. */
    private ItemResult deleteWhile(Runnable meanwhile, Item item) {
        CommitReader racing = new CommitReader() {
            @Override
            public CommitInfo resolve(BranchId branch, CommitRef ref) {
                return files.reader().resolve(branch, ref);
            }

            @Override
            public FileLookup open(BranchId branch, CommitRef ref, ObjectKey key) {
                meanwhile.run();
                return files.reader().open(branch, ref, key);
            }
        };
        return new DeleteObjectsService(files.committer(), racing, files.history())
                .deleteObjects(new DeleteObjectsUseCase.Command(ANYONE, BUCKET, List.of(item)))
                .get(0);
    }
}
