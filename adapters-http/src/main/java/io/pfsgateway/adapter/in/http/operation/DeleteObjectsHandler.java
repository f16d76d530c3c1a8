package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.error.FailureTranslation;
import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3Refusal;
import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.header.ConditionHeaders;
import io.pfsgateway.adapter.in.http.header.EntityTags;
import io.pfsgateway.adapter.in.http.header.UnsupportedHeaders;
import io.pfsgateway.adapter.in.http.header.VersionIds;
import io.pfsgateway.adapter.in.http.xml.DeleteResultXml;
import io.pfsgateway.adapter.in.http.xml.DeleteResultXml.Entry;
import io.pfsgateway.adapter.in.http.xml.DeleteXml;
import io.pfsgateway.adapter.in.http.xml.DeleteXml.ObjectXml;
import io.pfsgateway.application.port.in.DeleteObjectsUseCase;
import io.pfsgateway.application.port.in.DeleteObjectsUseCase.Item;
import io.pfsgateway.application.port.in.DeleteObjectsUseCase.ItemResult;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.file.ObjectKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * DeleteObjects. An object that cannot be named so is an error of its own, and keeps none of the others from being deleted.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html">DeleteObjects</a>
 */
public final class DeleteObjectsHandler implements Operation {
    private final DeleteObjectsUseCase deleteObjects;

    public DeleteObjectsHandler(DeleteObjectsUseCase deleteObjects) {
        this.deleteObjects = deleteObjects;
    }

    /** An object as it was asked for: one that can be deleted, or why it cannot. */
    private record Asked(ObjectXml xml, Optional<Item> item, Optional<S3Error> error) {
        static Asked of(ObjectXml xml) {
            try {
                return new Asked(xml, Optional.of(itemOf(xml)), Optional.empty());
            } catch (GatewayFailure failure) {
                return new Asked(xml, Optional.empty(), Optional.of(FailureTranslation.of(failure)));
            } catch (S3Refusal refusal) {
                return new Asked(xml, Optional.empty(), Optional.of(refusal.error()));
            }
        }

        private static Item itemOf(ObjectXml xml) {
            WriteCondition condition = new WriteCondition(
                    Optional.ofNullable(xml.etag()).map(EntityTags::parseStrong),
                    Optional.empty(),
                    Optional.ofNullable(xml.lastModifiedTime())
                            .map(text -> ConditionHeaders.time("LastModifiedTime", text)),
                    xml.sizeBytes(),
                    Optional.empty());
            return new Item(
                    new ObjectKey(xml.key()), VersionIds.toDelete(Optional.ofNullable(xml.versionId())), condition);
        }
    }

    @Override
    public Answer handle(Call call) throws IOException {
        UnsupportedHeaders.check(call.request());
        DeleteXml payload = DeleteXml.parse(XmlPayloadBody.read(call, Right.WRITE));
        List<Asked> asked = payload.objects().stream().map(Asked::of).toList();
        List<Item> items = asked.stream().flatMap(each -> each.item().stream()).toList();
        List<ItemResult> results =
                deleteObjects.deleteObjects(new DeleteObjectsUseCase.Command(call.caller(), call.bucket(), items));
        return Answer.xml(200, new DeleteResultXml(payload.quiet(), entries(asked, results)));
    }

    private static List<Entry> entries(List<Asked> asked, List<ItemResult> results) {
        Iterator<ItemResult> next = results.iterator();
        List<Entry> entries = new ArrayList<>(asked.size());
        for (Asked each : asked) {
            entries.add(each.item().isPresent() ? entry(each.xml(), next.next()) : refused(each));
        }
        return entries;
    }

    private static Entry entry(ObjectXml xml, ItemResult result) {
        return new Entry(
                xml.key(),
                Optional.ofNullable(xml.versionId()),
                result.failure().map(DeleteRefusal::of),
                result.deleteMarker().or(result::restoredMarker).map(CommitId::value));
    }

    private static Entry refused(Asked asked) {
        return new Entry(
                asked.xml().key(), Optional.ofNullable(asked.xml().versionId()), asked.error(), Optional.empty());
    }
}
