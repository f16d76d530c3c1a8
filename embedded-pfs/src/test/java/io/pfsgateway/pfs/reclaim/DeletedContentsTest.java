package io.pfsgateway.pfs.reclaim;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.pfs.disk.SystemDisk;
import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.StoreSettings;
import io.pfsgateway.pfs.store.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeletedContentsTest {
    private static final int CONTENTS = 6_000;
    private static final int BYTES = 500;
    private static final long ALL_BYTES = (long) CONTENTS * BYTES;

    @TempDir
    Path folder;

    private Store store;
    private DeletedContents deleted;

    @BeforeEach
    void fill() throws IOException {
        store = Store.open(folder, new StoreSettings(8 << 20, 8 << 20, false), new SystemDisk());
        deleted = new DeletedContents(store);
        Random random = new Random(1);
        store.writeRelaxed(batch -> LongStream.rangeClosed(1, CONTENTS).forEach(number -> {
            byte[] value = new byte[BYTES];
            random.nextBytes(value);
            batch.put(Family.CONTENTS, Keys.content(new ContentId(number)), value);
        }));
        store.compact();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theSpaceOfARangeComesBack() {
        delete(LongStream.rangeClosed(1, CONTENTS));
        assertThat(tableBytes()).isGreaterThan(ALL_BYTES);

        deleted.settle();

        assertThat(tableBytes()).isLessThan(ALL_BYTES / 10);
    }

    @Test
    void theSpaceOfARangeWithOthersBetweenComesBack() {
        delete(LongStream.rangeClosed(1, CONTENTS).filter(number -> number % 2 == 0));
        deleted.settle();

        assertThat(tableBytes()).isBetween(ALL_BYTES / 2, ALL_BYTES * 6 / 10);
        try (View view = store.view()) {
            assertThat(view.get(Family.CONTENTS, Keys.content(new ContentId(1))))
                    .hasSize(BYTES);
            assertThat(view.get(Family.CONTENTS, Keys.content(new ContentId(2))))
                    .isNull();
        }
    }

    @Test
    void theOrderMakesNoDifference() {
        List<Long> shuffled =
                new ArrayList<>(LongStream.rangeClosed(1, CONTENTS).boxed().toList());
        Collections.shuffle(shuffled, new Random(2));
        delete(shuffled.stream().mapToLong(Long::longValue));
        deleted.settle();

        assertThat(tableBytes()).isLessThan(ALL_BYTES / 10);
    }

    @Test
    void aRangeEndsWhereTheNextNumberIsFar() {
        delete(LongStream.concat(LongStream.rangeClosed(1, 3_000), LongStream.of(1L << 40)));

        assertThat(tableBytes()).isLessThan(ALL_BYTES * 6 / 10);
    }

    @Test
    void nothingIsWrittenAnewForAFewOrForWhatIsScattered() {
        delete(LongStream.rangeClosed(1, 900));
        deleted.settle();
        delete(LongStream.rangeClosed(1_000, CONTENTS).filter(number -> number % 5 == 0));
        deleted.settle();

        assertThat(tableBytes()).isGreaterThan(ALL_BYTES);
    }

    private void delete(LongStream numbers) {
        numbers.mapToObj(ContentId::new).forEach(content -> {
            store.writeRelaxed(batch -> batch.delete(Family.CONTENTS, Keys.content(content)));
            deleted.add(content);
        });
    }

    private long tableBytes() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".sst"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
