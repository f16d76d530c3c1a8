package io.pfsgateway.bootstrap;

import io.pfsgateway.bootstrap.settings.SettingRefused;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.pfs.OfflineSquash;
import io.pfsgateway.pfs.PfsSettings;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.squash.SquashReport;
import io.pfsgateway.pfs.squash.SquashRequest;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;

/** The squash of a data folder that no gateway has open: old commits go, and what it freed is said in a line. */
record DataSquash(Path data, SquashFlags flags, Clock clock, PrintStream out) {
    /** Squashes, or says what would go, and tells the exit code. */
    int run() {
        DataFolder folder = new DataFolder(data);
        if (folder.isNew()) {
            throw new SettingRefused("There is no data in " + data + " to squash.");
        }
        try {
            out.println(flags.dry() ? preview() : squash(folder));
            return Program.CLEAN;
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The data in " + data + " cannot be squashed: " + failure.getMessage(), failure);
        } catch (PfsException failure) {
            throw failure.kind() == FailureKind.NO_SUCH_BRANCH ? noBucket() : failure;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Program.FAILED;
        }
    }

    private SettingRefused noBucket() {
        return new SettingRefused(
                "There is no bucket " + flags.branch().map(BranchId::bucketName).orElse("") + " in " + data + ".");
    }

    private String preview() throws IOException {
        SquashReport report = new OfflineSquash(data, PfsSettings.defaults()).preview(request());
        return "%s: %d commits would go, with %d versions of files of %d bytes. Nothing was changed."
                .formatted(data, report.commits(), report.versions(), report.bytes());
    }

    private String squash(DataFolder folder) throws IOException, InterruptedException {
        long before = folder.sizeBytes();
        SquashReport report = new OfflineSquash(data, PfsSettings.defaults()).run(request());
        return "%s: %d commits are gone, with %d versions of files of %d bytes; the folder had %d bytes and has %d."
                .formatted(data, report.commits(), report.versions(), report.bytes(), before, folder.sizeBytes());
    }

    private SquashRequest request() {
        return new SquashRequest(
                clock.instant().minus(flags.olderThan()), flags.branch().map(DataSquash::name));
    }

    private static BranchName name(BranchId branch) {
        return new BranchName(
                branch.project().value(), branch.repo().value(), branch.branch().value());
    }
}
