package io.pfsgateway.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.in.GetObjectUseCase;
import io.pfsgateway.application.port.in.PutObjectTaggingUseCase.Command;
import io.pfsgateway.application.port.out.CommitReader;
import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.application.service.PutObjectTaggingService;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.file.HeaderName;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.tag.Tag;
import io.pfsgateway.domain.tag.Tags;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a change of tags changes, which version it takes, and that it loses nothing that others do meanwhile. */
final class PutObjectTaggingTest extends ServiceTest {
    private static final Tags TAGS = Tags.ofObject(List.of(new Tag("name", "value")));
    private static final ObjectAttributes RICH = new ObjectAttributes(
            Map.of(HeaderName.CONTENT_TYPE, "text/plain"),
            new TreeMap<>(Map.of("colour", "green")),
            new TreeMap<>(Map.of("old", "1")),
            List.of());

    private final PutObjectTaggingService service = new PutObjectTaggingService(files.reader(), files.committer());

    private Optional<CommitId> tag(PutObjectTaggingService through, String key, Optional<String> version, Tags tags) {
        return through.putObjectTagging(new Command(ANYONE, BUCKET, key(key), version.map(CommitRef::parse), tags))
                .versionId();
    }

    private Optional<CommitId> tag(String key, Optional<String> version) {
        return tag(service, key, version, TAGS);
    }

    private FileVersion file(String key) {
        try (GetObjectUseCase.Result result = get(BUCKET, key, Optional.empty())) {
            return result.file();
        }
    }

    @Test
    void replacesTheTagsInOneCommitAndNothingElse() {
        CommitId put = put("a", "text", RICH);
        Optional<CommitId> tagged = tag("a", Optional.empty());

        assertThat(tagged).contains(head().id()).isNotEqualTo(Optional.of(put));
        assertThat(file("a").attributes()).isEqualTo(RICH.withTags(TAGS.values()));
        assertThat(read("a")).isEqualTo("text");
        assertThat(files.reader()
                        .resolve(BUCKET.branch(), CommitRef.parse("HEAD^"))
                        .id())
                .isEqualTo(put);
        try (GetObjectUseCase.Result before = get(BUCKET, "a", Optional.of(put.value()))) {
            assertThat(before.file().attributes()).isEqualTo(RICH);
        }
    }

    @Test
    void takesAllTagsAwayWhenThereAreToBeNone() {
        put("a", "text", RICH);
        tag(service, "a", Optional.empty(), Tags.NONE);

        assertThat(file("a").attributes()).isEqualTo(RICH.withTags(Tags.NONE.values()));
    }

    @Test
    void makesNoCommitForTagsThatAreThereAlready() {
        put("a", "text");
        Optional<CommitId> tagged = tag("a", Optional.empty());
        put("b", "later");
        CommitInfo before = head();

        assertThat(tag("a", Optional.empty())).isEqualTo(tagged);
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void takesEveryNameOfTheNewestVersion() {
        for (String name : List.of("HEAD", "HEAD^", "the commit that wrote it")) {
            CommitId put = put("a", "text");
            put("b", "later");
            tag("a", Optional.of(name.startsWith("HEAD") ? name : put.value()));

            assertThat(file("a").attributes().tags()).isEqualTo(TAGS.values());
        }
    }

    @Test
    void refusesToChangeHistory() {
        CommitId old = put("a", "old");
        put("a", "new");
        CommitInfo before = head();
        assertRefused(FailureKind.NOT_IMPLEMENTED, () -> tag("a", Optional.of(old.value())));
        assertRefused(FailureKind.NOT_IMPLEMENTED, () -> tag("a", Optional.of("HEAD^")));
        assertThat(head()).isEqualTo(before);
        delete("a");
        assertRefused(FailureKind.NOT_IMPLEMENTED, () -> tag("a", Optional.of(old.value())));
    }

    @Test
    void tagsWhatStandsThenWhenTheHeadThatWasNamedHasMoved() {
        put("a", "old");
        CommitReader slow = new Interrupted(1, () -> put("a", "new"));

        tag(new PutObjectTaggingService(slow, files.committer()), "a", Optional.of("HEAD"), TAGS);

        assertThat(read("a")).isEqualTo("new");
        assertThat(file("a").attributes().tags()).isEqualTo(TAGS.values());
    }

    @Test
    void makesNoCommitForTagsThatAnOldVersionHasAlready() {
        CommitId old = put("a", "old");
        put("a", "new");
        CommitInfo before = head();
        assertThat(tag(service, "a", Optional.of(old.value()), Tags.NONE)).contains(old);
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void refusesWhatIsNotThereAsAReadDoes() {
        CommitId before = head().id();
        put("a", "text");
        delete("a");
        CommitId marker = head().id();
        assertRefused(FailureKind.NO_SUCH_KEY, () -> tag("a", Optional.empty()));
        assertRefused(FailureKind.NO_SUCH_KEY, () -> tag("never", Optional.empty()));
        assertRefused(FailureKind.NO_SUCH_VERSION, () -> tag("a", Optional.of(before.value())));
        assertRefused(FailureKind.NO_SUCH_VERSION, () -> tag("a", Optional.of(UNKNOWN.value())));
        assertRefused(FailureKind.DELETE_MARKER, () -> tag("a", Optional.of(marker.value())));
    }

    @Test
    void tagsWhatAnotherWriterPutMeanwhile() {
        put("a", "old");
        CommitReader slow = new Interrupted(1, () -> put("a", "new", RICH));

        tag(new PutObjectTaggingService(slow, files.committer()), "a", Optional.empty(), TAGS);

        assertThat(read("a")).isEqualTo("new");
        assertThat(file("a").attributes()).isEqualTo(RICH.withTags(TAGS.values()));
    }

    @Test
    void bringsNothingBackThatAnotherDeletedMeanwhile() {
        put("a", "old");
        CommitReader slow = new Interrupted(1, () -> delete("a"));

        assertRefused(
                FailureKind.NO_SUCH_KEY,
                () -> tag(new PutObjectTaggingService(slow, files.committer()), "a", Optional.empty(), TAGS));
    }

    @Test
    void doesNotTagANewerVersionThanTheOneThatWasNamed() {
        CommitId named = put("a", "old");
        CommitReader slow = new Interrupted(1, () -> put("a", "new"));

        assertRefused(
                FailureKind.NOT_IMPLEMENTED,
                () -> tag(new PutObjectTaggingService(slow, files.committer()), "a", Optional.of(named.value()), TAGS));
        assertThat(file("a").attributes().tags()).isEmpty();
    }

    @Test
    void givesUpWhenOthersNeverLetItThrough() {
        put("a", "0");
        CommitReader slow = new Interrupted(Integer.MAX_VALUE, () -> put("a", "again"));

        assertRefused(
                FailureKind.CHANGED_MEANWHILE,
                () -> tag(new PutObjectTaggingService(slow, files.committer()), "a", Optional.empty(), TAGS));
        assertThat(file("a").attributes().tags()).isEmpty();
    }

    @Test
    void ofTwoTaggersAtOnceNoneLosesTheBytesThatAWriterPuts() throws Exception {
        put("a", "0");
        CountDownLatch written = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> taggers = IntStream.range(0, 2)
                    .<Future<?>>mapToObj(tagger -> threads.submit(() -> {
                        for (int round = 0; round < 50; round++) {
                            tagAsAClientThatTriesAgain("t" + tagger, "" + round);
                        }
                        // However fast the rounds were, the last change is a tagger's, and not the writer's.
                        written.await();
                        tagAsAClientThatTriesAgain("t" + tagger, "last");
                        return tagger;
                    }))
                    .toList();
            for (int round = 1; round <= 20; round++) {
                put("a", "" + round);
                assertThat(read("a")).isEqualTo("" + round);
            }
            written.countDown();
            for (Future<?> tagger : taggers) {
                tagger.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(read("a")).isEqualTo("20");
        assertThat(file("a").attributes().tags()).hasSize(1);
    }

    /** A tagger may be refused while others keep changing the object, and then asks again; for no other refusal. */
    private void tagAsAClientThatTriesAgain(String key, String value) {
        Tags tags = Tags.ofObject(List.of(new Tag(key, value)));
        while (true) {
            try {
                tag(service, "a", Optional.empty(), tags);
                return;
            } catch (KeyFailure refused) {
                assertThat(refused.kind()).isEqualTo(FailureKind.CHANGED_MEANWHILE);
            }
        }
    }

    /** Reads, and lets another writer come in behind the first few reads. */
    private final class Interrupted implements CommitReader {
        private final Runnable other;
        private int times;

        Interrupted(int times, Runnable other) {
            this.times = times;
            this.other = other;
        }

        @Override
        public CommitInfo resolve(BranchId branch, CommitRef ref) {
            return files.reader().resolve(branch, ref);
        }

        @Override
        public FileLookup open(BranchId branch, CommitRef ref, ObjectKey key) {
            FileLookup found = files.reader().open(branch, ref, key);
            if (times-- > 0) {
                other.run();
            }
            return found;
        }
    }
}
