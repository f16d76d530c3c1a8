package io.pfsgateway.pfs.reclaim;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.pfs.check.Checker;
import io.pfsgateway.pfs.commit.Committer;
import io.pfsgateway.pfs.commit.Recovery;
import io.pfsgateway.pfs.content.Blobs;
import io.pfsgateway.pfs.content.Contents;
import io.pfsgateway.pfs.content.Digests;
import io.pfsgateway.pfs.content.Pins;
import io.pfsgateway.pfs.content.References;
import io.pfsgateway.pfs.disk.Disk;
import io.pfsgateway.pfs.disk.Reserve;
import io.pfsgateway.pfs.disk.SystemDisk;
import io.pfsgateway.pfs.index.PathIndex;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.model.Sha256;
import io.pfsgateway.pfs.record.ContentBody;
import io.pfsgateway.pfs.record.ContentRecord;
import io.pfsgateway.pfs.record.Extent;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.StagedRecord;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Session;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.StoreSettings;
import io.pfsgateway.pfs.store.View;
import java.nio.file.Path;
import java.security.MessageDigest;
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
    private Blobs blobs;

    @BeforeEach
    void open() throws Exception {
        Disk disk = new SystemDisk();
        store = Store.open(folder.resolve("store"), new StoreSettings(8 << 20, 8 << 20, false), disk);
        committer = new Committer(
                store, Clock.systemUTC(), new Recovery(store, new Reserve(folder, 1 << 16, disk)), () -> {});
        committer.start();
        blobs = new Blobs(folder.resolve("blobs"), disk);
        removal = newRemoval();
        store(PARTS);
    }

    @AfterEach
    void close() {
        committer.close();
        store.close();
    }

    private ContentRemoval newRemoval() {
        return new ContentRemoval(store, committer, new Pins(() -> {}), blobs);
    }

    /** Staged contents of one byte each. */
    private void store(int parts) {
        committer.run((session, moment) -> {
            for (long id = 1; id <= parts; id++) {
                Bytes bytes = Bytes.utf8("x");
                Sha256 hash = hashOf(bytes);
                References.store(
                        session,
                        new ContentId(id),
                        new ContentRecord(1, hash, List.of(), new ContentBody.Inline(bytes)));
                Tables.STAGED.put(
                        session, Keys.content(new ContentId(id)), new StagedRecord(moment.now(), Bytes.EMPTY, 1, hash));
            }
            return true;
        });
    }

    private static Sha256 hashOf(Bytes bytes) {
        MessageDigest digest = Digests.sha256();
        digest.update(bytes.buffer());
        return Digests.finish(digest);
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
    void aStepDropsFewReferences() throws Exception {
        committer.run((session, moment) -> {
            storeDead(session, 10_001, 1_000);
            storeDead(session, 10_002, 1_000);
            storeDead(session, 10_003, 1_500);
            storeDead(session, 10_004, 501);
            storeDead(session, 10_005, 1);
            return true;
        });

        assertThat(removal.step()).isTrue();
        assertThat(dead()).containsExactly(10_003L, 10_004L, 10_005L);
        assertThat(removal.step()).isTrue();
        assertThat(dead()).containsExactly(10_004L, 10_005L);
        assertThat(removal.step()).isTrue();
        assertThat(dead()).isEmpty();
    }

    @Test
    void aLargeContentGoesAtOnceAndItsReferencesInBoundedSteps() throws Exception {
        storeDeadOf(PARTS);
        assertThat(removal.step()).isTrue();
        assertThat(isThere(10_001)).isFalse();
        assertThat(counted()).isEqualTo(PARTS);
        assertClean();
        for (int left = PARTS; left > 0; ) {
            assertThat(removal.step()).isTrue();
            assertThat(left - counted()).isBetween(1, 2_000);
            left = counted();
            assertClean();
        }
        assertThat(isThere(PARTS)).isTrue();
    }

    @Test
    void theRemovalOfALargeContentGoesOnAfterReopening() throws Exception {
        storeDeadOf(PARTS);
        assertThat(removal.step()).isTrue();
        assertThat(removal.step()).isTrue();
        int left = counted();
        assertThat(left).isBetween(1, PARTS - 1);

        store.reopen();
        removal = newRemoval();
        while (removal.step()) {
            assertThat(counted()).isLessThanOrEqualTo(left);
        }
        assertThat(counted()).isZero();
        assertThat(isThere(PARTS)).isTrue();
        assertClean();
    }

    private void storeDeadOf(int parts) {
        committer.run((session, moment) -> {
            storeDead(session, 10_001, parts);
            return true;
        });
    }

    private boolean isThere(long content) {
        try (View view = store.view()) {
            return Tables.CONTENTS.contains(view, Keys.content(new ContentId(content)));
        }
    }

    /** How many contents have a reference beyond their first. */
    private int counted() {
        int counted = 0;
        try (View view = store.view();
                Cursor cursor = view.cursor(Family.REFERENCES, Keys.first(), Keys.last())) {
            for (cursor.first(); cursor.valid(); cursor.next()) {
                counted++;
            }
        }
        return counted;
    }

    private void assertClean() {
        assertThat(new Checker(
                                store,
                                blobs,
                                new Contents(store, blobs, new Pins(() -> {})),
                                new PathIndex(store, 1 << 20))
                        .check()
                        .findings())
                .isEmpty();
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
