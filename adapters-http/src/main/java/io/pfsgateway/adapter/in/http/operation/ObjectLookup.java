package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.adapter.in.http.xml.XmlDocument;
import io.pfsgateway.application.port.in.GetObjectUseCase;
import io.pfsgateway.domain.condition.ReadConditions;
import io.pfsgateway.domain.file.FileVersion;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Answers with a document about an object: its tags, or its access control list. The object is looked up as for a read, so that
 * rights, versions and its absence are answered as there.
 */
public final class ObjectLookup implements Operation {
    private final GetObjectUseCase getObject;
    private final Function<FileVersion, XmlDocument> document;

    public ObjectLookup(GetObjectUseCase getObject, Function<FileVersion, XmlDocument> document) {
        this.getObject = getObject;
        this.document = document;
    }

    @Override
    public Answer handle(Call call) {
        UnsupportedHeaders.check(call.request());
        GetObjectUseCase.Query query = new GetObjectUseCase.Query(
                call.caller(),
                call.bucket(),
                call.key(),
                call.versionToRead(),
                ReadConditions.NONE,
                Optional.empty(),
                OptionalInt.empty());
        try (GetObjectUseCase.Result result = getObject.getObject(query)) {
            return Answer.xml(200, document.apply(result.file()))
                    .with("x-amz-version-id", result.versionId().value());
        }
    }
}
