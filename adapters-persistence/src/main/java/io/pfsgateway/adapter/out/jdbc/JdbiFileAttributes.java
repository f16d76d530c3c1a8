package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.application.port.out.AnnouncedFile;
import io.pfsgateway.application.port.out.Announcement;
import io.pfsgateway.application.port.out.AnnouncementId;
import io.pfsgateway.application.port.out.ConfirmedFile;
import io.pfsgateway.application.port.out.FileAttributeLookup;
import io.pfsgateway.application.port.out.FileAttributeStore;
import io.pfsgateway.application.port.out.FileState;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.ObjectKey;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Attributes of files in a database; each call is a transaction. Reads look at what is announced before what is confirmed, so
 * that one which is confirmed in between is seen, and is not seen to be neither.
 */
final class JdbiFileAttributes implements FileAttributeStore {
    private final JdbcDatabase database;
    private final Clock clock;

    JdbiFileAttributes(JdbcDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void announce(AnnouncementId id, AnnouncedFile file, Optional<CommitId> behind) {
        database.inTransaction(handle -> {
            new AnnouncedFileTable(handle).insert(new Announcement(id, file, behind, clock.instant()));
            return id;
        });
    }

    @Override
    public boolean confirm(AnnouncementId id, ContentHash hash, CommitInfo commit) {
        return database.inTransaction(handle -> {
            AnnouncedFileTable announced = new AnnouncedFileTable(handle);
            Optional<AnnouncedFileTable.Place> place = announced.lock(id);
            place.ifPresent(found -> {
                new ConfirmedFileTable(handle).insert(id, found, hash, commit);
                announced.delete(id);
            });
            return place.isPresent();
        });
    }

    @Override
    public void withdraw(AnnouncementId id) {
        database.inTransaction(handle -> {
            new AnnouncedFileTable(handle).delete(id);
            return id;
        });
    }

    @Override
    public FileAttributeLookup find(BranchId branch, FileState file) {
        return database.inTransaction(handle -> {
            List<Announcement> announced = new AnnouncedFileTable(handle).of(branch, file);
            return new FileAttributeLookup(new ConfirmedFileTable(handle).asOf(branch, file), announced);
        });
    }

    @Override
    public List<FileAttributeLookup> findAll(BranchId branch, List<FileState> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        return database.inTransaction(handle -> {
            Map<ObjectKey, List<Announcement>> announced = new AnnouncedFileTable(handle)
                    .of(branch, files).stream()
                            .collect(Collectors.groupingBy(each -> each.file().key()));
            Map<Integer, ConfirmedFile> confirmed = new HashMap<>();
            new ConfirmedFileTable(handle)
                    .asOf(branch, files)
                    .forEach(found -> confirmed.put(found.index(), found.file()));
            return IntStream.range(0, files.size())
                    .mapToObj(i -> new FileAttributeLookup(
                            Optional.ofNullable(confirmed.get(i)), admitted(announced, files.get(i))))
                    .toList();
        });
    }

    @Override
    public FileAttributeLookup findByToken(BranchId branch, ObjectKey key, String token) {
        return database.inTransaction(handle -> {
            List<Announcement> announced = new AnnouncedFileTable(handle).ofToken(branch, key, token);
            return new FileAttributeLookup(new ConfirmedFileTable(handle).ofToken(branch, key, token), announced);
        });
    }

    private static List<Announcement> admitted(Map<ObjectKey, List<Announcement>> announced, FileState file) {
        return announced.getOrDefault(file.key(), List.of()).stream()
                .filter(each -> each.file().content().admits(file.sizeBytes(), file.hash()))
                .toList();
    }
}
