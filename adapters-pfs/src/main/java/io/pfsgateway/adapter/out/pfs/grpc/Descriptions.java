package io.pfsgateway.adapter.out.pfs.grpc;

import io.pfsgateway.application.port.out.AnnouncedFile;
import io.pfsgateway.application.port.out.Announcement;
import io.pfsgateway.application.port.out.AnnouncementId;
import io.pfsgateway.application.port.out.ConfirmedFile;
import io.pfsgateway.application.port.out.FileAttributeLookup;
import io.pfsgateway.application.port.out.FileAttributeStore;
import io.pfsgateway.application.port.out.FileDescription;
import io.pfsgateway.application.port.out.FileState;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.file.ObjectKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What belongs to files beside their bytes, which pachd has no place for. A file that was committed while its gateway died may
 * have been announced and never confirmed: what was announced is taken for its own where the hash was known beforehand and is the one
 * that pachd has. Bytes that came from a client have no such hash, and are shown without attributes then.
 */
final class Descriptions {
    private final FileAttributeStore store;

    Descriptions(FileAttributeStore store) {
        this.store = store;
    }

    FileDescription of(BranchId branch, FileState file) {
        return settled(store.find(branch, file), file);
    }

    /** One for each file, in their order, without tables of parts. */
    List<FileDescription> ofAll(BranchId branch, List<FileState> files) {
        List<FileAttributeLookup> found = store.findAll(branch, files);
        return IntStream.range(0, files.size())
                .mapToObj(i -> settled(found.get(i), files.get(i)))
                .toList();
    }

    private FileDescription settled(FileAttributeLookup found, FileState file) {
        return found.confirmed()
                .map(ConfirmedFile::file)
                .or(() -> proved(found, file))
                .map(AnnouncedFile::description)
                .orElse(FileDescription.NONE);
    }

    private static Optional<AnnouncedFile> proved(FileAttributeLookup found, FileState file) {
        return found.announced().stream()
                .filter(announced ->
                        !announced.behind().equals(Optional.of(file.commit().id())))
                .map(Announcement::file)
                .filter(announced ->
                        announced.content().hash().filter(file.hash()::equals).isPresent())
                .reduce((older, newer) -> newer);
    }

    AnnouncementId announce(AnnouncedFile file, Optional<CommitId> behind) {
        AnnouncementId id = AnnouncementId.next();
        store.announce(id, file, behind);
        return id;
    }

    void confirm(AnnouncementId id, FileState file) {
        store.confirm(id, file.hash(), file.commit());
    }

    void withdraw(AnnouncementId id) {
        store.withdraw(id);
    }

    FileAttributeLookup ofToken(BranchId branch, ObjectKey key, String token) {
        return store.findByToken(branch, key, token);
    }
}
