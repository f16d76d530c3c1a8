package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.application.port.out.UploadBookkeeping;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadId;
import java.nio.file.Path;
import java.time.Clock;

/** A process that works on uploads until it is killed, and tells each change once that was acknowledged. */
final class UploadsUntilKilled {
    static final int PARTS = 3;

    private UploadsUntilKilled() {}

    /** Takes the folder of the database. */
    public static void main(String[] arguments) {
        try (JdbcBookkeeping bookkeeping =
                JdbcBookkeeping.open(JdbcSettings.h2In(Path.of(arguments[0])), Clock.systemUTC())) {
            UploadBookkeeping uploads = bookkeeping.uploads();
            for (int count = 0; true; count++) {
                work(uploads, Uploads.of("key" + count), count % 3 == 2);
            }
        }
    }

    private static void work(UploadBookkeeping uploads, Upload upload, boolean ends) {
        UploadId id = upload.id();
        uploads.registry().begin(upload);
        tell("begun", id, 0);
        for (int number = 1; number <= PARTS; number++) {
            uploads.registry().putPart(id, Uploads.part(number, "content" + number));
            tell("part", id, number);
        }
        uploads.endings().tryCompletion(id);
        tell("tried", id, 0);
        if (ends) {
            tell("ending", id, 0);
            uploads.endings().end(id);
            tell("ended", id, 0);
        }
    }

    private static void tell(String what, UploadId id, int number) {
        System.out.println(what + " " + id + " " + number + " .");
        System.out.flush();
    }
}
