package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.DelimiterGrouping;
import io.pfsgateway.domain.listing.VersionQuery;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.DiffFileRequest;
import io.pfsgateway.pfs.protocol.DiffFileResponse;
import io.pfsgateway.pfs.protocol.FileType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The first names of a page of versions: keys that any commit held, and the common prefixes that stand for some. Each is in the
 * difference of some commit from the one before, and only as many are kept as the page has room for, however many the differences
 * name. Those come in the order of paths, so that each is read up to the last name that is kept.
 */
final class ChangedNames {
    /** How many changes are read for a page. */
    static final int MOST_CHANGES = 1_000_000;

    private static final int QUESTIONS_AT_ONCE = 8;

    private final PfsClient client;
    private final VersionQuery query;
    private final int mostNames;
    private final int mostChanges;
    private final NavigableSet<String> names = new TreeSet<>(ObjectKey::compareUtf8);
    private String end = "";
    private int changes;

    ChangedNames(PfsClient client, VersionQuery query, int mostChanges) {
        this.client = client;
        this.query = query;
        // One tells that there is more; and the key behind whose version the page starts may have no older one.
        this.mostNames = query.limit() + 2;
        this.mostChanges = mostChanges;
    }

    /**
     * Reads what the commits changed.
     *
     * @param commits newest first
     * @throws RequestFailure with {@code NOT_IMPLEMENTED} when there are too many changes before the page is full
     */
    void read(List<CommitId> commits) throws StatusException {
        if (!KeyPaths.canBegin(client.paths().bound(query.prefix()))) {
            return;
        }
        for (int from = 0; from < commits.size(); from += QUESTIONS_AT_ONCE) {
            int to = Math.min(commits.size(), from + QUESTIONS_AT_ONCE);
            List<DiffFileRequest> questions = new ArrayList<>();
            for (int i = from; i < to; i++) {
                questions.add(difference(commits, i));
            }
            ask(questions);
        }
    }

    /** In their order. */
    NavigableSet<String> names() {
        return Collections.unmodifiableNavigableSet(names);
    }

    /** From the last one that came to something, which is what a commit starts from. */
    private DiffFileRequest difference(List<CommitId> commits, int place) {
        String directory = client.paths()
                .directory(query.prefix().substring(0, query.prefix().lastIndexOf('/') + 1));
        DiffFileRequest.Builder request =
                DiffFileRequest.newBuilder().setNewFile(PfsMessages.file(at(commits.get(place)), directory));
        if (place + 1 < commits.size()) {
            request.setOldFile(PfsMessages.file(at(commits.get(place + 1)), directory));
        }
        return request.build();
    }

    private Commit at(CommitId commit) {
        return PfsMessages.commit(query.branch(), commit);
    }

    private void ask(List<DiffFileRequest> questions) throws StatusException {
        List<BlockingClientCall<?, DiffFileResponse>> calls = new ArrayList<>();
        try {
            for (DiffFileRequest question : questions) {
                calls.add(client.asking().diffFile(question));
            }
            for (BlockingClientCall<?, DiffFileResponse> call : calls) {
                Answers.take(call, change -> take(change));
            }
        } finally {
            calls.forEach(Answers::end);
        }
    }

    /** Answers whether a later path could be wanted. */
    private boolean take(DiffFileResponse change) {
        var info = change.hasNewFile() ? change.getNewFile() : change.getOldFile();
        if (names.size() == mostNames && ObjectKey.compareUtf8(FilePages.path(info), end) > 0) {
            return false;
        }
        changes++;
        if (changes > mostChanges) {
            throw RequestFailure.notImplemented(
                    "versions on pachd of a bucket in which more than " + mostChanges + " changes have to be read");
        }
        if (info.getFileType() == FileType.FILE) {
            client.paths().key(info.getFile().getPath()).map(ObjectKey::value).ifPresent(this::note);
        }
        return true;
    }

    private void note(String key) {
        if (!key.startsWith(query.prefix())) {
            return;
        }
        String name = DelimiterGrouping.commonPrefix(key, query.prefix(), query.delimiter())
                .orElse(key);
        if (!isWanted(name) || !names.add(name)) {
            return;
        }
        if (names.size() > mostNames) {
            names.pollLast();
        }
        end = client.paths().boundBehindAll(names.last());
    }

    /** Behind the marker, or the key among whose versions the page starts. */
    private boolean isWanted(String name) {
        return query.after()
                .map(after -> {
                    int order = ObjectKey.compareUtf8(name, after);
                    return order > 0 || (order == 0 && query.afterVersion().isPresent());
                })
                .orElse(true);
    }
}
