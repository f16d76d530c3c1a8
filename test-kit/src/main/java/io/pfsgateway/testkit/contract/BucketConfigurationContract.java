package io.pfsgateway.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.out.BucketConfigurationStore;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BranchName;
import io.pfsgateway.domain.bucket.ProjectName;
import io.pfsgateway.domain.bucket.RepoName;
import io.pfsgateway.domain.cors.CorsMethod;
import io.pfsgateway.domain.cors.CorsPattern;
import io.pfsgateway.domain.cors.CorsRule;
import io.pfsgateway.domain.cors.CorsRules;
import io.pfsgateway.domain.tag.Tag;
import io.pfsgateway.domain.tag.Tags;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What {@link BucketConfigurationStore} promises. */
public abstract class BucketConfigurationContract {
    private static final Tags TAGS = Tags.ofBucket(List.of(new Tag("name", "v\u00e4lue /=+-@"), new Tag("empty", "")));
    private static final Tags OTHER_TAGS = Tags.ofBucket(List.of(new Tag("name", "other"), new Tag("Name", "x")));
    private static final CorsRules RULES = new CorsRules(List.of(
            new CorsRule(
                    Optional.of("first \u00e4, \n"),
                    List.of(new CorsPattern("http://*.example"), new CorsPattern("*")),
                    List.of(CorsMethod.PUT, CorsMethod.GET),
                    List.of(new CorsPattern("x-amz-*"), new CorsPattern("Range")),
                    List.of("ETag", "x-amz-version-id"),
                    OptionalInt.of(3000)),
            rule("https://a.example")));

    private final BranchId branch = BranchId.of("master", "r" + UUID.randomUUID());

    /** The store under test. */
    protected abstract BucketConfigurationStore store();

    private static CorsRule rule(String origin) {
        return new CorsRule(
                Optional.empty(),
                List.of(new CorsPattern(origin)),
                List.of(CorsMethod.HEAD),
                List.of(),
                List.of(),
                OptionalInt.empty());
    }

    private static CorsRules rules(String origin, int count) {
        return new CorsRules(
                IntStream.range(0, count).mapToObj(i -> rule(origin + i)).toList());
    }

    private static Tags tags(String value, int count) {
        return Tags.ofBucket(
                IntStream.range(0, count).mapToObj(i -> new Tag("k" + i, value)).toList());
    }

    @Nested
    class ABranch {
        @Test
        void hasNothingUntilItIsSet() {
            assertThat(store().tags(branch)).isEqualTo(Tags.NONE);
            assertThat(store().corsRules(branch)).isEqualTo(CorsRules.NONE);
        }

        @Test
        void hasWhatWasSetLast() {
            store().setTags(branch, TAGS);
            store().setCorsRules(branch, rules("http://before", 3));
            store().setTags(branch, OTHER_TAGS);
            store().setCorsRules(branch, RULES);

            assertThat(store().tags(branch)).isEqualTo(OTHER_TAGS);
            assertThat(store().corsRules(branch)).isEqualTo(RULES);

            store().setTags(branch, TAGS);
            assertThat(store().tags(branch)).isEqualTo(TAGS);
        }

        @Test
        void holdsAsMuchAsThereCanBe() {
            Tags most = tags("\u00e4".repeat(256), 50);
            CorsRules longest = rules("http://" + "o".repeat(600), 100);
            store().setTags(branch, most);
            store().setCorsRules(branch, longest);

            assertThat(store().tags(branch)).isEqualTo(most);
            assertThat(store().corsRules(branch)).isEqualTo(longest);
        }

        @Test
        void losesTagsAndRulesApart() {
            store().setTags(branch, TAGS);
            store().setCorsRules(branch, RULES);
            store().setTags(branch, Tags.NONE);

            assertThat(store().tags(branch)).isEqualTo(Tags.NONE);
            assertThat(store().corsRules(branch)).isEqualTo(RULES);

            store().setTags(branch, TAGS);
            store().setCorsRules(branch, CorsRules.NONE);
            store().setCorsRules(branch, CorsRules.NONE);
            assertThat(store().tags(branch)).isEqualTo(TAGS);
            assertThat(store().corsRules(branch)).isEqualTo(CorsRules.NONE);
        }

        @Test
        void isClearedOfBothAndMayBeClearedAgain() {
            store().setTags(branch, TAGS);
            store().setCorsRules(branch, RULES);
            store().clear(branch);
            store().clear(branch);

            hasNothingUntilItIsSet();
        }

        @Test
        void isToldFromOthersByEachPartOfItsName() {
            store().setTags(branch, TAGS);
            store().setCorsRules(branch, RULES);
            List<BranchId> others = List.of(
                    new BranchId(new ProjectName("other"), branch.repo(), branch.branch()),
                    new BranchId(branch.project(), new RepoName(branch.repo().value() + "x"), branch.branch()),
                    new BranchId(branch.project(), branch.repo(), new BranchName("Master")));
            for (BranchId other : others) {
                assertThat(store().tags(other)).isEqualTo(Tags.NONE);
                assertThat(store().corsRules(other)).isEqualTo(CorsRules.NONE);
                store().setTags(other, OTHER_TAGS);
                store().clear(other);
            }

            assertThat(store().tags(branch)).isEqualTo(TAGS);
            assertThat(store().corsRules(branch)).isEqualTo(RULES);
        }
    }

    @Nested
    class WritersAtOnce {
        private static final int WRITERS = 8;
        private static final int ROUNDS = 20;

        @Test
        void leaveTheWholeOfWhatOneOfThemSet() throws Exception {
            List<Tags> tags = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> tags("w" + writer, 1 + writer))
                    .toList();
            List<CorsRules> rules = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> rules("http://w" + writer + ".", 1 + writer))
                    .toList();
            CyclicBarrier start = new CyclicBarrier(WRITERS);
            ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
            try {
                List<Future<?>> writers = IntStream.range(0, WRITERS)
                        .<Future<?>>mapToObj(writer -> threads.submit(() -> {
                            start.await();
                            for (int round = 0; round < ROUNDS; round++) {
                                store().setTags(branch, tags.get(writer));
                                store().setCorsRules(branch, rules.get(writer));
                                assertThat(tags).contains(store().tags(branch));
                                assertThat(rules).contains(store().corsRules(branch));
                            }
                            return writer;
                        }))
                        .toList();
                for (Future<?> writer : writers) {
                    writer.get();
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }
}
