package io.pfsgateway.adapter.in.http;

import io.pfsgateway.adapter.in.http.exchange.Answer;
import io.pfsgateway.adapter.in.http.operation.AbortMultipartUploadHandler;
import io.pfsgateway.adapter.in.http.operation.AccessControlHandler;
import io.pfsgateway.adapter.in.http.operation.ClearSettingHandler;
import io.pfsgateway.adapter.in.http.operation.CompleteMultipartUploadHandler;
import io.pfsgateway.adapter.in.http.operation.CopyObjectHandler;
import io.pfsgateway.adapter.in.http.operation.CreateBucketHandler;
import io.pfsgateway.adapter.in.http.operation.CreateMultipartUploadHandler;
import io.pfsgateway.adapter.in.http.operation.DeleteBucketHandler;
import io.pfsgateway.adapter.in.http.operation.DeleteObjectHandler;
import io.pfsgateway.adapter.in.http.operation.DeleteObjectTaggingHandler;
import io.pfsgateway.adapter.in.http.operation.DeleteObjectsHandler;
import io.pfsgateway.adapter.in.http.operation.GetBucketCorsHandler;
import io.pfsgateway.adapter.in.http.operation.GetBucketTaggingHandler;
import io.pfsgateway.adapter.in.http.operation.GetObjectAttributesHandler;
import io.pfsgateway.adapter.in.http.operation.GetObjectHandler;
import io.pfsgateway.adapter.in.http.operation.HeadBucketHandler;
import io.pfsgateway.adapter.in.http.operation.ListBucketsHandler;
import io.pfsgateway.adapter.in.http.operation.ListMultipartUploadsHandler;
import io.pfsgateway.adapter.in.http.operation.ListObjectVersionsHandler;
import io.pfsgateway.adapter.in.http.operation.ListObjectsHandler;
import io.pfsgateway.adapter.in.http.operation.ListObjectsV2Handler;
import io.pfsgateway.adapter.in.http.operation.ListPartsHandler;
import io.pfsgateway.adapter.in.http.operation.LongAnswers;
import io.pfsgateway.adapter.in.http.operation.ObjectLookup;
import io.pfsgateway.adapter.in.http.operation.Operation;
import io.pfsgateway.adapter.in.http.operation.PutBucketCorsHandler;
import io.pfsgateway.adapter.in.http.operation.PutBucketTaggingHandler;
import io.pfsgateway.adapter.in.http.operation.PutBucketVersioningHandler;
import io.pfsgateway.adapter.in.http.operation.PutObjectHandler;
import io.pfsgateway.adapter.in.http.operation.PutObjectTaggingHandler;
import io.pfsgateway.adapter.in.http.operation.SettingHandler;
import io.pfsgateway.adapter.in.http.operation.Settings;
import io.pfsgateway.adapter.in.http.operation.UploadPartCopyHandler;
import io.pfsgateway.adapter.in.http.operation.UploadPartHandler;
import io.pfsgateway.adapter.in.http.routing.S3Action;
import io.pfsgateway.adapter.in.http.xml.AccessControlXml;
import io.pfsgateway.adapter.in.http.xml.TaggingXml;
import io.pfsgateway.application.port.in.BucketCorsUseCase;
import io.pfsgateway.application.port.in.BucketTaggingUseCase;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.cors.CorsRules;
import io.pfsgateway.domain.tag.Tags;
import java.util.EnumMap;
import java.util.Map;

/** Which handler does which action. Whatever is not here is not implemented. */
final class OperationTable {
    private OperationTable() {}

    static Map<S3Action, Operation> of(UseCases useCases, LongAnswers longAnswers) {
        BucketUseCases buckets = useCases.buckets();
        Map<S3Action, Operation> table = new EnumMap<>(S3Action.class);
        addBuckets(table, buckets);
        addConfigurations(table, useCases.bucketConfigurations());
        addObjects(table, useCases.objects());
        addUploads(table, useCases.uploads());
        table.put(
                S3Action.COMPLETE_MULTIPART_UPLOAD,
                new CompleteMultipartUploadHandler(
                        useCases.uploads().completeMultipartUpload(), useCases.authenticate(), longAnswers));
        Settings.all()
                .forEach((action, setting) -> table.put(action, new SettingHandler(buckets.inspectBucket(), setting)));
        return table;
    }

    private static void addBuckets(Map<S3Action, Operation> table, BucketUseCases buckets) {
        table.put(S3Action.LIST_BUCKETS, new ListBucketsHandler(buckets.listBuckets()));
        table.put(S3Action.CREATE_BUCKET, new CreateBucketHandler(buckets.createBucket()));
        table.put(S3Action.DELETE_BUCKET, new DeleteBucketHandler(buckets.deleteBucket()));
        table.put(S3Action.HEAD_BUCKET, new HeadBucketHandler(buckets.inspectBucket()));
        table.put(S3Action.PUT_BUCKET_VERSIONING, new PutBucketVersioningHandler(buckets.inspectBucket()));
        table.put(
                S3Action.PUT_BUCKET_ACL,
                new AccessControlHandler(
                        Right.ADMIN, new SettingHandler(buckets.inspectBucket(), () -> Answer.empty(200))));
        table.put(S3Action.LIST_OBJECTS, new ListObjectsHandler(buckets.listObjects()));
        table.put(S3Action.LIST_OBJECTS_V2, new ListObjectsV2Handler(buckets.listObjects()));
        table.put(S3Action.LIST_OBJECT_VERSIONS, new ListObjectVersionsHandler(buckets.listObjectVersions()));
    }

    private static void addConfigurations(Map<S3Action, Operation> table, BucketConfigurationUseCases configurations) {
        BucketTaggingUseCase tagging = configurations.bucketTagging();
        table.put(S3Action.GET_BUCKET_TAGGING, new GetBucketTaggingHandler(tagging));
        table.put(S3Action.PUT_BUCKET_TAGGING, new PutBucketTaggingHandler(tagging));
        table.put(
                S3Action.DELETE_BUCKET_TAGGING,
                new ClearSettingHandler((caller, bucket) -> tagging.setTags(caller, bucket, Tags.NONE)));
        BucketCorsUseCase cors = configurations.bucketCors();
        table.put(S3Action.GET_BUCKET_CORS, new GetBucketCorsHandler(cors));
        table.put(S3Action.PUT_BUCKET_CORS, new PutBucketCorsHandler(cors));
        table.put(
                S3Action.DELETE_BUCKET_CORS,
                new ClearSettingHandler((caller, bucket) -> cors.setCorsRules(caller, bucket, CorsRules.NONE)));
    }

    private static void addObjects(Map<S3Action, Operation> table, ObjectUseCases objects) {
        Operation getObject = new GetObjectHandler(objects.getObject());
        table.put(S3Action.GET_OBJECT, getObject);
        table.put(S3Action.HEAD_OBJECT, getObject);
        table.put(S3Action.GET_OBJECT_ACL, new ObjectLookup(objects.getObject(), file -> new AccessControlXml()));
        table.put(
                S3Action.GET_OBJECT_TAGGING,
                new ObjectLookup(
                        objects.getObject(),
                        file -> new TaggingXml(file.attributes().tags())));
        table.put(S3Action.PUT_OBJECT_TAGGING, new PutObjectTaggingHandler(objects.putObjectTagging()));
        table.put(S3Action.DELETE_OBJECT_TAGGING, new DeleteObjectTaggingHandler(objects.putObjectTagging()));
        table.put(
                S3Action.PUT_OBJECT_ACL,
                new AccessControlHandler(
                        Right.WRITE, new ObjectLookup(objects.getObject(), file -> new AccessControlXml())));
        table.put(S3Action.GET_OBJECT_ATTRIBUTES, new GetObjectAttributesHandler(objects.getObject()));
        table.put(S3Action.PUT_OBJECT, new PutObjectHandler(objects.putObject()));
        table.put(S3Action.COPY_OBJECT, new CopyObjectHandler(objects.copyObject()));
        table.put(S3Action.DELETE_OBJECT, new DeleteObjectHandler(objects.deleteObjects()));
        table.put(S3Action.DELETE_OBJECTS, new DeleteObjectsHandler(objects.deleteObjects()));
    }

    private static void addUploads(Map<S3Action, Operation> table, UploadUseCases uploads) {
        table.put(S3Action.CREATE_MULTIPART_UPLOAD, new CreateMultipartUploadHandler(uploads.createMultipartUpload()));
        table.put(S3Action.UPLOAD_PART, new UploadPartHandler(uploads.uploadPart()));
        table.put(S3Action.UPLOAD_PART_COPY, new UploadPartCopyHandler(uploads.uploadPartCopy()));
        table.put(S3Action.LIST_PARTS, new ListPartsHandler(uploads.listParts()));
        table.put(S3Action.LIST_MULTIPART_UPLOADS, new ListMultipartUploadsHandler(uploads.listMultipartUploads()));
        table.put(S3Action.ABORT_MULTIPART_UPLOAD, new AbortMultipartUploadHandler(uploads.abortMultipartUpload()));
    }
}
