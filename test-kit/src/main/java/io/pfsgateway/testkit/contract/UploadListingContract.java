package io.pfsgateway.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.out.UploadBookkeeping;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.UploadEntry;
import io.pfsgateway.domain.listing.UploadPage;
import io.pfsgateway.domain.listing.UploadQuery;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What listings of an {@link io.pfsgateway.application.port.out.UploadRegistry} promise, against a model that has no pages. */
public abstract class UploadListingContract {
    private static final List<String> NAMES = List.of(
            "a",
            "a/",
            "a/b",
            "a/b/c",
            "a0",
            "b",
            "b//",
            "dir/x",
            "dir/y",
            "\u00e4",
            "\ufffd",
            "\ud83d\ude00",
            "%_",
            "\\");
    private static final List<String> PREFIXES = List.of("", "a", "a/", "dir/", "\u00e4", "%", "zzz", "\\");
    private static final List<Optional<String>> DELIMITERS =
            List.of(Optional.empty(), Optional.of("/"), Optional.of("b"), Optional.of("//"));

    /** The store under test, which may hold uploads of other tests. */
    protected abstract UploadBookkeeping bookkeeping();

    private Upload begin(BranchId branch, String key, int second) {
        Upload upload = new Upload(
                UploadId.begunAt(UploadBookkeepingContract.BEGUN.plusSeconds(second)),
                branch,
                new ObjectKey(key),
                ObjectAttributes.NONE,
                Optional.empty(),
                UploadBookkeepingContract.BEGUN.plusSeconds(second));
        bookkeeping().registry().begin(upload);
        return upload;
    }

    private static BranchId newBranch() {
        return BranchId.of("master", "r" + UUID.randomUUID());
    }

    private UploadPage page(BranchId branch, Optional<String> after, Optional<UploadId> afterUpload, int limit) {
        return bookkeeping().registry().list(new UploadQuery(branch, "", Optional.empty(), after, afterUpload, limit));
    }

    @Test
    void aBranchWithoutUploadsHasAnEmptyPage() {
        assertThat(page(newBranch(), Optional.empty(), Optional.empty(), 10))
                .isEqualTo(new UploadPage(List.of(), false));
    }

    @Test
    void showsTheUploadsOfItsOwnBranchThatAreOpen() {
        BranchId branch = newBranch();
        Upload open = begin(branch, "a", 1);
        Upload ended = begin(branch, "b", 2);
        begin(newBranch(), "c", 3);
        bookkeeping().endings().end(ended.id());
        assertThat(page(branch, Optional.empty(), Optional.empty(), 10))
                .isEqualTo(new UploadPage(List.of(UploadEntry.of(open)), false));
    }

    @Test
    void uploadsOfOneKeyAreInTheOrderOfTheirBeginnings() {
        BranchId branch = newBranch();
        Upload second = begin(branch, "a", 2);
        Upload first = begin(branch, "a", 1);
        Upload third = begin(branch, "a", 3);
        assertThat(page(branch, Optional.empty(), Optional.empty(), 10).entries())
                .containsExactly(UploadEntry.of(first), UploadEntry.of(second), UploadEntry.of(third));
    }

    @Test
    void aPageStartsBehindItsMarkersWhateverHasEndedSince() {
        BranchId branch = newBranch();
        Upload first = begin(branch, "a", 1);
        Upload second = begin(branch, "a", 2);
        Upload other = begin(branch, "b", 1);
        bookkeeping().endings().end(first.id());
        assertThat(page(branch, Optional.of("a"), Optional.of(first.id()), 10).entries())
                .containsExactly(UploadEntry.of(second), UploadEntry.of(other));
        assertThat(page(branch, Optional.of("a"), Optional.empty(), 10).entries())
                .containsExactly(UploadEntry.of(other));
    }

    @Test
    void anUploadBesideACommonPrefixMarksNothing() {
        BranchId branch = newBranch();
        begin(branch, "dir/x", 1);
        Upload below = begin(branch, "dir/y", 2);
        Upload behind = begin(branch, "e", 3);
        UploadId marker = UploadId.begunAt(UploadBookkeepingContract.BEGUN);
        for (String after : List.of("dir/", "dir/x")) {
            UploadQuery query =
                    new UploadQuery(branch, "", Optional.of("/"), Optional.of(after), Optional.of(marker), 10);
            assertThat(bookkeeping().registry().list(query).entries()).containsExactly(UploadEntry.of(behind));
        }
        UploadQuery within =
                new UploadQuery(branch, "dir/", Optional.of("/"), Optional.of("dir/x"), Optional.empty(), 10);
        assertThat(bookkeeping().registry().list(within).entries()).containsExactly(UploadEntry.of(below));
    }

    @Test
    void everyWalkShowsWhatTheModelShowsHoweverLongItsPages() {
        BranchId branch = newBranch();
        Random random = new Random(7);
        List<Upload> uploads = new ArrayList<>();
        for (int count = 0; count < 60; count++) {
            uploads.add(begin(branch, NAMES.get(random.nextInt(NAMES.size())), count));
        }
        for (String prefix : PREFIXES) {
            for (Optional<String> delimiter : DELIMITERS) {
                List<UploadEntry> expected = model(uploads, prefix, delimiter);
                for (int limit : new int[] {1, 2, 7, 1000}) {
                    assertThat(walk(branch, prefix, delimiter, limit))
                            .as("prefix '%s', delimiter %s, pages of %d", prefix, delimiter, limit)
                            .isEqualTo(expected);
                }
            }
        }
    }

    private List<UploadEntry> walk(BranchId branch, String prefix, Optional<String> delimiter, int limit) {
        List<UploadEntry> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        Optional<UploadId> afterUpload = Optional.empty();
        while (true) {
            UploadPage page = bookkeeping()
                    .registry()
                    .list(new UploadQuery(branch, prefix, delimiter, after, afterUpload, limit));
            assertThat(page.entries()).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page.entries());
            if (!page.more()) {
                return all;
            }
            UploadEntry last = page.entries().get(page.entries().size() - 1);
            after = Optional.of(last.name());
            afterUpload = last.upload().map(Upload::id);
        }
    }

    private static List<UploadEntry> model(List<Upload> uploads, String prefix, Optional<String> delimiter) {
        Set<UploadEntry> entries = new LinkedHashSet<>();
        uploads.stream()
                .sorted(Comparator.comparing((Upload upload) -> upload.key().utf8(), Arrays::compareUnsigned)
                        .thenComparing(Upload::id))
                .filter(upload -> upload.key().value().startsWith(prefix))
                .map(upload -> entry(upload, prefix, delimiter))
                .forEach(entries::add);
        return List.copyOf(entries);
    }

    private static UploadEntry entry(Upload upload, String prefix, Optional<String> delimiter) {
        String key = upload.key().value();
        int at = delimiter.map(text -> key.indexOf(text, prefix.length())).orElse(-1);
        return at < 0
                ? UploadEntry.of(upload)
                : UploadEntry.commonPrefix(
                        key.substring(0, at + delimiter.orElseThrow().length()));
    }
}
