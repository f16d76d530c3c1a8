package io.pfsgateway.pfs.reclaim;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.pfs.commit.Committer;
import io.pfsgateway.pfs.commit.Recovery;
import io.pfsgateway.pfs.content.Blobs;
import io.pfsgateway.pfs.content.Pins;
import io.pfsgateway.pfs.content.References;
import io.pfsgateway.pfs.disk.Disk;
import io.pfsgateway.pfs.disk.Reserve;
import io.pfsgateway.pfs.disk.SystemDisk;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.model.Sha256;
import io.pfsgateway.pfs.record.ContentBody;
import io.pfsgateway.pfs.record.ContentRecord;
import io.pfsgateway.pfs.record.Extent;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Session;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.StoreSettings;
import io.pfsgateway.pfs.store.View;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContentRemovalTest {
    private static final Sha256 HASH = Sha256.parse("00".repeat(Sha256.LENGTH));
    private static final int PARTS = 3_000;

    @TempDir
    Path folder;

    private Store store;
    private Committer committer;
    private ContentRemoval removal;

    @BeforeEach
    void open() throws Exception {
        Disk disk = new SystemDisk();
        store = Store.open(folder.resolve("store"), new StoreSettings(8 << 20, false), disk);
        committer = new Committer(
                store, Clock.systemUTC(), new Recovery(store, new Reserve(folder, 1 << 16, disk)), () -> {});
        committer.start();
        removal = new ContentRemoval(store, committer, new Pins(() -> {}), new Blobs(folder.resolve("blobs"), disk));
        store(PARTS);
    }

    @AfterEach
    void close() {
        committer.close();
        store.close();
    }

    /** Contents of one byte each, kept by a reference of their own. */
    private void store(int parts) {
        committer.run((session, moment) -> {
            for (long id = 1; id <= parts; id++) {
                ContentBody body = new ContentBody.Inline(Bytes.utf8("x"));
                References.store(session, new ContentId(id), new ContentRecord(1, HASH, List.of(), body));
            }
            return true;
        });
    }

    /** A dead content, made of so many of the others. */
    private static void storeDead(Session session, long id, int parts) {
        List<Extent> runs = LongStream.rangeClosed(1, parts)
                .mapToObj(part -> new Extent(new ContentId(part), 0, 1))
                .toList();
        ContentBody body = new ContentBody.Extents(runs);
        References.store(session, new ContentId(id), new ContentRecord(parts, HASH, List.of(), body));
        References.drop(session, new ContentId(id));
    }

    @Test
    void aStepDropsFewReferencesOrThoseOfOneContentAlone() throws Exception {
        committer.run((session, moment) -> {
            storeDead(session, 10_001, 1_000);
            storeDead(session, 10_002, 1_000);
            storeDead(session, 10_003, 1_500);
            storeDead(session, 10_004, 3_000);
            storeDead(session, 10_005, 1);
            return true;
        });

        assertThat(removal.step()).isTrue();
        assertThat(dead()).containsExactly(10_003L, 10_004L, 10_005L);
        assertThat(removal.step()).isTrue();
        assertThat(dead()).containsExactly(10_004L, 10_005L);
        assertThat(removal.step()).isTrue();
        assertThat(dead()).containsExactly(10_005L);
        assertThat(removal.step()).isTrue();
        assertThat(dead()).isEmpty();
    }

    @Test
    void theReferencesOfALargeContentGoWithItAtOnce() throws Exception {
        committer.run((session, moment) -> {
            storeDead(session, 10_001, PARTS);
            return true;
        });
        assertThat(removal.step()).isTrue();
        store.reopen();

        try (View view = store.view();
                Cursor left = view.cursor(Family.REFERENCES, Keys.first(), Keys.last())) {
            left.first();
            assertThat(left.valid()).isFalse();
            assertThat(Tables.CONTENTS.contains(view, Keys.content(new ContentId(10_001))))
                    .isFalse();
            assertThat(Tables.CONTENTS.contains(view, Keys.content(new ContentId(PARTS))))
                    .isTrue();
        }
    }

    private List<Long> dead() {
        try (View view = store.view()) {
            return LongStream.rangeClosed(10_001, 10_005)
                    .filter(id -> Tables.RECLAIM.contains(view, Keys.deadContent(new ContentId(id))))
                    .boxed()
                    .toList();
        }
    }
}
