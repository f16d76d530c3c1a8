package io.pfsgateway.adapter.in.http;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.pfsgateway.application.port.in.GetObjectUseCase;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.EntityTag;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import java.io.InputStream;
import java.time.Instant;

/** A whole object as it is found, whose content behaves as a test wants. */
final class FoundObject {
    private FoundObject() {}

    static GetObjectUseCase.Result of(long sizeBytes, InputStream content) {
        CommitId commit = new CommitId("0123456789ab4def8123456789abcdef");
        FileVersion file = new FileVersion(
                new ObjectKey("key"),
                sizeBytes,
                EntityTag.single(new ContentHash("0".repeat(64))),
                Instant.EPOCH,
                commit,
                ObjectAttributes.NONE);
        GetObjectUseCase.Result result = mock();
        when(result.outcome()).thenReturn(GetObjectUseCase.Outcome.WHOLE);
        when(result.file()).thenReturn(file);
        when(result.versionId()).thenReturn(commit);
        when(result.range()).thenReturn(ByteRange.whole(sizeBytes));
        when(result.content()).thenReturn(content);
        return result;
    }
}
