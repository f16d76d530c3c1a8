package io.pfsgateway.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import io.pfsgateway.adapter.in.http.ObjectUseCases;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.service.CopyObjectService;
import io.pfsgateway.application.service.DeleteObjectsService;
import io.pfsgateway.application.service.GetObjectService;
import io.pfsgateway.application.service.PutObjectService;
import io.pfsgateway.application.service.PutObjectTaggingService;
import io.pfsgateway.bootstrap.settings.Settings;

/** What is done with objects. */
@Module
final class ObjectsModule {
    private ObjectsModule() {}

    @Provides
    static ObjectUseCases objects(FileSystem files, Settings settings) {
        return new ObjectUseCases(
                new GetObjectService(files.reader(), settings.lastModified()),
                new PutObjectService(files.branches(), files.committer()),
                new CopyObjectService(files.reader(), files.committer(), settings.lastModified()),
                new DeleteObjectsService(files.committer(), files.reader(), files.history()),
                new PutObjectTaggingService(files.reader(), files.committer()));
    }
}
