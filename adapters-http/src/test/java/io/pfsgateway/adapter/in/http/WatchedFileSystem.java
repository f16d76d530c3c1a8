package io.pfsgateway.adapter.in.http;

import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.application.port.out.CommitReader;
import io.pfsgateway.application.port.out.Committer;
import io.pfsgateway.application.port.out.ContentStaging;
import io.pfsgateway.application.port.out.FileHistory;
import io.pfsgateway.application.port.out.FileLister;
import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.port.out.PendingFile;
import io.pfsgateway.application.port.out.PendingStagedContent;
import io.pfsgateway.application.port.out.PinnedFile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A file system before each call of which something is done on the caller's thread, and of what it hands out too. */
record WatchedFileSystem(Runnable beforeEach) {
    FileSystem on(FileSystem files) {
        return new FileSystem(
                watched(BranchCatalog.class, files.branches()),
                watched(CommitReader.class, files.reader()),
                watched(FileLister.class, files.lister()),
                watched(FileHistory.class, files.history()),
                watched(Committer.class, files.committer()),
                watched(ContentStaging.class, files.staging()));
    }

    private <T> T watched(Class<T> role, T real) {
        return role.cast(Proxy.newProxyInstance(
                role.getClassLoader(), new Class<?>[] {role}, (proxy, method, given) -> {
                    if (!method.getName().equals("close")) {
                        beforeEach.run();
                    }
                    try {
                        return handedOut(method.invoke(real, given));
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }

    private Object handedOut(Object result) {
        if (result instanceof FileLookup.Found found) {
            return new FileLookup.Found(watched(PinnedFile.class, found.file()));
        }
        if (result instanceof PendingFile pending) {
            return watched(PendingFile.class, pending);
        }
        return result instanceof PendingStagedContent pending ? watched(PendingStagedContent.class, pending) : result;
    }
}
