package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @AutoClose
    private static final RunningGateway GATEWAY = RunningGateway.open();

    private static final TestClient CLIENT = GATEWAY.client();

    @ParameterizedTest
    @CsvSource({
        "policy, 404 NoSuchBucketPolicy",
        "policyStatus, 404 NoSuchBucketPolicy",
        "cors, 404 NoSuchCORSConfiguration",
        "lifecycle, 404 NoSuchLifecycleConfiguration",
        "encryption, 404 ServerSideEncryptionConfigurationNotFoundError",
        "tagging, 404 NoSuchTagSet",
        "object-lock, 404 ObjectLockConfigurationNotFoundError",
        "replication, 404 ReplicationConfigurationNotFoundError",
        "ownershipControls, 404 OwnershipControlsNotFoundError",
        "publicAccessBlock, 404 NoSuchPublicAccessBlockConfiguration",
        "website, 404 NoSuchWebsiteConfiguration",
        "analytics, 501 NotImplemented",
        "something-new, 501 NotImplemented",
    })
    void answersForWhatWasNeverSet(String subResource, String error) {
        assertThat(CLIENT.send("GET", "/" + GATEWAY.newBucket() + "?" + subResource)
                        .error())
                .isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({
        "location, LocationConstraint",
        "logging, BucketLoggingStatus",
        "notification, NotificationConfiguration",
        "accelerate, AccelerateConfiguration",
    })
    void answersWithEmptyDocuments(String subResource, String root) {
        XmlTree answer = CLIENT.send("GET", "/" + GATEWAY.newBucket() + "?" + subResource)
                .xml();

        assertThat(answer).isEqualTo(new XmlTree("http://s3.amazonaws.com/doc/2006-03-01/", root, "", List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acl",
                "policy",
                "cors",
                "lifecycle",
                "tagging",
                "logging",
                "notification",
                "location",
                "versioning"
            })
    void answersOnlyForBucketsThatAreThere(String subResource) {
        assertThat(CLIENT.send("GET", "/master.missing?" + subResource).error()).isEqualTo("404 NoSuchBucket");
    }

    @ParameterizedTest
    @ValueSource(strings = {"policy", "lifecycle", "encryption", "website", "publicAccessBlock"})
    void refusesToSetWhatItDoesNotKeep(String subResource) {
        String target = "/" + GATEWAY.newBucket() + "?" + subResource;

        Reply put = CLIENT.sendText("PUT", target, "<Anything/>");

        assertThat(put.error()).isEqualTo("501 NotImplemented");
        assertThat(put.xml().text("Message")).contains("?" + subResource);
        assertThat(CLIENT.send("DELETE", target).error()).isEqualTo("501 NotImplemented");
    }

    @Test
    void saysWhoPaysAndThatEverythingIsVersioned() {
        String bucket = GATEWAY.newBucket();

        assertThat(CLIENT.send("GET", "/" + bucket + "?requestPayment").xml().text("Payer"))
                .isEqualTo("BucketOwner");
        assertThat(CLIENT.send("GET", "/" + bucket + "?versioning").xml().text("Status"))
                .isEqualTo("Enabled");
    }

    @ParameterizedTest
    @CsvSource({
        "<VersioningConfiguration><Status>Suspended</Status></VersioningConfiguration>, 501 NotImplemented",
        "<VersioningConfiguration><Status>On</Status></VersioningConfiguration>, 400 MalformedXML",
        "<VersioningConfiguration/>, 400 IllegalVersioningConfigurationException",
        "<Versioning><Status>Enabled</Status></Versioning>, 400 MalformedXML",
        "'<VersioningConfiguration><Status>Enabled</Status><MfaDelete>Enabled</MfaDelete></VersioningConfiguration>', 501 NotImplemented",
        "'', 400 MalformedXML",
    })
    void refusesToTurnVersioningIntoAnythingElse(String payload, String error) {
        assertThat(CLIENT.sendText("PUT", "/" + GATEWAY.newBucket() + "?versioning", payload)
                        .error())
                .isEqualTo(error);
    }

    @Test
    void acceptsThatVersioningBeEnabled() {
        String payload = "<VersioningConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                + "<Status>Enabled</Status></VersioningConfiguration>";

        assertThat(CLIENT.sendText("PUT", "/" + GATEWAY.newBucket() + "?versioning", payload)
                        .status())
                .isEqualTo(200);
        assertThat(CLIENT.sendText("PUT", "/master.missing?versioning", payload).error())
                .isEqualTo("404 NoSuchBucket");
    }

    @Test
    void showsAndAcceptsTheOneAccessControlListThatThereIs() {
        String bucket = GATEWAY.newBucket();
        CLIENT.put(bucket, "key", "content");

        for (String target : List.of("/" + bucket + "?acl", "/" + bucket + "/key?acl")) {
            XmlTree list = CLIENT.send("GET", target).xml();

            assertThat(list.texts("AccessControlList/Grant/Permission")).containsExactly("FULL_CONTROL");
            assertThat(list.text("AccessControlList/Grant/Grantee/ID")).isEqualTo(list.text("Owner/ID"));
            assertThat(CLIENT.send("PUT", target, "x-amz-acl", "private").status())
                    .isEqualTo(200);
            assertThat(CLIENT.send("PUT", target, "x-amz-acl", "public-read").error())
                    .isEqualTo("400 AccessControlListNotSupported");
            assertThat(CLIENT.sendText("PUT", target, "<AccessControlPolicy/>").error())
                    .isEqualTo("501 NotImplemented");
        }
        assertThat(CLIENT.send("GET", "/" + bucket + "/missing?acl").error()).isEqualTo("404 NoSuchKey");
    }
}
