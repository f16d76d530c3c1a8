package io.pfsgateway.pfs.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.pfs.model.Bytes;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RecentTest {
    private static final byte[] KEY = "key".getBytes(UTF_8);
    private static final byte[] GROUP = "group".getBytes(UTF_8);
    private static final byte[] FIRST_OF_GROUP = "group12345677".getBytes(UTF_8);
    private static final byte[] KEY_OF_GROUP = "group12345678".getBytes(UTF_8);
    private static final byte[] NEXT_KEY = "next".getBytes(UTF_8);

    private final Recent recent = new Recent(1 << 20);
    private int looks;

    @Test
    void asksTheDatabaseOnce() {
        assertThat(look("old")).isEqualTo("old");

        assertThat(look("new")).isEqualTo("old");
        assertThat(looks).isEqualTo(1);
    }

    @Test
    void doesNotRememberThatThereIsNothing() {
        assertThat(recent.find(Family.LINES, KEY, () -> null)).isNull();

        assertThat(look("made")).isEqualTo("made");
    }

    @Test
    void answersWhatWasWritten() {
        look("old");
        write(Family.LINES, KEY, "new");

        assertThat(look("not asked for")).isEqualTo("new");
        assertThat(looks).isEqualTo(1);
    }

    @Test
    void forgetsWhatWasDeleted() {
        look("old");
        write(Family.LINES, KEY, null);

        assertThat(look("made again")).isEqualTo("made again");
    }

    @Test
    void remembersAnotherFirstOfAGroupThatItRemembers() {
        find(Family.ROWS, GROUP, () -> entry(KEY_OF_GROUP, "old"));
        write(Family.ROWS, FIRST_OF_GROUP, "new");

        assertThat(find(Family.ROWS, GROUP, () -> entry(FIRST_OF_GROUP, "not asked for")))
                .isEqualTo("new");
        assertThat(recent.peek(Family.ROWS, GROUP)).extracting(Entry::key).isEqualTo(FIRST_OF_GROUP);
    }

    @Test
    void doesNotKnowTheFirstOfAGroupAfterAWriteBehindIt() {
        find(Family.ROWS, GROUP, () -> entry(FIRST_OF_GROUP, "first"));
        write(Family.ROWS, KEY_OF_GROUP, "second");

        assertThat(recent.peek(Family.ROWS, GROUP)).isNull();
    }

    @Test
    void doesNotKnowTheFirstOfAGroupWhoseFirstWasDeleted() {
        find(Family.ROWS, GROUP, () -> entry(FIRST_OF_GROUP, "first"));
        write(Family.ROWS, FIRST_OF_GROUP, null);
        write(Family.ROWS, KEY_OF_GROUP, "second");

        assertThat(recent.peek(Family.ROWS, GROUP)).isNull();
    }

    @Test
    void doesNotRememberAGroupThatNobodyAskedFor() {
        write(Family.ROWS, KEY_OF_GROUP, "new");

        assertThat(recent.peek(Family.ROWS, GROUP)).isNull();
    }

    @Test
    void doesNotRememberALargeFirstOfAGroup() {
        find(Family.ROWS, GROUP, () -> entry(KEY_OF_GROUP, "old"));
        write(Family.ROWS, FIRST_OF_GROUP, "#".repeat(5_000));

        assertThat(recent.peek(Family.ROWS, GROUP)).isNull();
    }

    @Test
    void doesNotRememberWhatIsWrittenAndNotAskedFor() {
        write(Family.CONTENTS, KEY, "written");

        assertThat(find(Family.CONTENTS, KEY, () -> entry(KEY, "written"))).isEqualTo("written");
        assertThat(looks).isEqualTo(1);
    }

    @Test
    void showsWhatItRemembersWithoutALook() {
        assertThat(recent.peek(Family.LINES, KEY)).isNull();
        look("old");

        assertThat(recent.peek(Family.LINES, KEY)).extracting(Entry::value).isEqualTo("old".getBytes(UTF_8));
        assertThat(looks).isEqualTo(1);
    }

    @Test
    void forgetsWhatAWriteHasOutdated() {
        look("old");
        outdate(Family.LINES, null);

        assertThat(recent.peek(Family.LINES, KEY)).isNull();
        assertThat(look("new")).isEqualTo("new");
    }

    @Test
    void remembersWhatTookThePlaceOfWhatItRemembered() {
        find(Family.CONTENTS, KEY, () -> entry(KEY, "old"));
        outdate(Family.CONTENTS, written(Family.CONTENTS, NEXT_KEY, "new"));

        assertThat(recent.peek(Family.CONTENTS, KEY)).isNull();
        assertThat(find(Family.CONTENTS, NEXT_KEY, () -> entry(NEXT_KEY, "not asked for")))
                .isEqualTo("new");
    }

    @Test
    void doesNotRememberWhatTookThePlaceOfWhatItDidNotRemember() {
        outdate(Family.CONTENTS, written(Family.CONTENTS, NEXT_KEY, "new"));

        assertThat(recent.peek(Family.CONTENTS, NEXT_KEY)).isNull();
    }

    @Test
    void doesNotRememberALargeValueThatTookAPlaceOrADeletion() {
        for (String by : new String[] {"#".repeat(5_000), null}) {
            find(Family.CONTENTS, KEY, () -> entry(KEY, "old"));
            outdate(Family.CONTENTS, written(Family.CONTENTS, NEXT_KEY, by));

            assertThat(recent.peek(Family.CONTENTS, KEY)).isNull();
            assertThat(recent.peek(Family.CONTENTS, NEXT_KEY)).isNull();
        }
    }

    @Test
    void doesNotRememberLargeValues() {
        look("#".repeat(5_000));

        assertThat(look("small")).isEqualTo("small");
    }

    @Test
    void doesNotRememberWhatWasFoundWhileAWriteWasUnderWay() {
        recent.begin();
        assertThat(look("old")).isEqualTo("old");
        recent.end(List.of(), List.of());

        assertThat(look("new")).isEqualTo("new");
    }

    @Test
    void doesNotRememberWhatAWriteOvertook() {
        find(Family.ROWS, GROUP, () -> {
            write(Family.ROWS, KEY_OF_GROUP, "new");
            return entry(KEY_OF_GROUP, "old");
        });

        assertThat(find(Family.ROWS, GROUP, () -> entry(KEY_OF_GROUP, "new"))).isEqualTo("new");
    }

    @Test
    void keepsWhatWasWrittenWhileAReaderLookedBeforeIt() {
        find(Family.LINES, KEY, () -> {
            write(Family.LINES, KEY, "new");
            return entry(KEY, "old");
        });

        assertThat(look("not asked for")).isEqualTo("new");
    }

    @Test
    void remembersNothingAfterAWriteOfWhichNobodyKnowsUntilItStartsOver() {
        look("old");
        recent.begin();
        recent.lost();

        assertThat(look("first")).isEqualTo("first");
        assertThat(look("second")).isEqualTo("second");

        recent.startOver();
        assertThat(look("third")).isEqualTo("third");
        assertThat(look("fourth")).isEqualTo("third");
    }

    private @Nullable String look(String inDatabase) {
        return find(Family.LINES, KEY, () -> entry(KEY, inDatabase));
    }

    private @Nullable String find(Family family, byte[] key, Supplier<Entry> database) {
        Entry found = recent.find(family, key, () -> {
            looks++;
            return database.get();
        });
        return found == null ? null : new String(found.value(), UTF_8);
    }

    private void write(Family family, byte[] key, @Nullable String value) {
        recent.begin();
        recent.end(List.of(written(family, key, value)), List.of());
    }

    private void outdate(Family family, Recent.@Nullable Written by) {
        recent.begin();
        recent.end(
                by == null ? List.of() : List.of(by),
                List.of(new Recent.Outdated(new Recent.Place(family, Bytes.owning(KEY)), by)));
    }

    private static Recent.Written written(Family family, byte[] key, @Nullable String value) {
        return new Recent.Written(family, key, value == null ? null : value.getBytes(UTF_8));
    }

    private static Entry entry(byte[] key, String value) {
        return new Entry(key, value.getBytes(UTF_8));
    }
}
