package io.pfsgateway.bootstrap;

import io.pfsgateway.bootstrap.settings.SettingRefused;
import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.PfsSettings;
import io.pfsgateway.pfs.check.CheckReport;
import io.pfsgateway.pfs.check.Finding;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The check of a data folder that no gateway has open: what it finds is named, a line each, and nothing is changed. */
record DataCheck(Path data, PrintStream out) {
    /** Reads everything back, and tells the exit code. */
    int run() {
        if (new DataFolder(data).isNew()) {
            throw new SettingRefused("There is no data in " + data + " to check.");
        }
        CheckReport report = check();
        for (Finding finding : report.findings()) {
            out.println(finding.kind() + " " + finding.where() + ": " + finding.detail());
        }
        out.println(summary(report));
        return report.isClean() ? Program.CLEAN : Program.FAILED;
    }

    private CheckReport check() {
        try {
            return EmbeddedPfs.check(data, PfsSettings.defaults());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "The data in " + data + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private String summary(CheckReport report) {
        String read = "%s: read %d branches, %d rows, %d contents, %d bytes; "
                .formatted(data, report.branches(), report.rows(), report.contents(), report.bytes());
        if (report.isClean()) {
            return read + "nothing is wrong.";
        }
        long unlisted = report.faults() - report.findings().size();
        return read + report.faults() + " findings"
                + (unlisted > 0 ? ", of which " + unlisted + " are not listed." : ".");
    }
}
