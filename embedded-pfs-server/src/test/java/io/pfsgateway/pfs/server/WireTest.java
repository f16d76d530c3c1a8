package io.pfsgateway.pfs.server;

import static io.pfsgateway.pfs.server.TestServer.HEAD;
import static io.pfsgateway.pfs.server.TestServer.add;
import static io.pfsgateway.pfs.server.TestServer.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import com.google.protobuf.BytesValue;
import com.google.protobuf.Empty;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.BlockingClientCall;
import io.pfsgateway.pfs.protocol.APIGrpc;
import io.pfsgateway.pfs.protocol.GetFileRequest;
import io.pfsgateway.pfs.protocol.InspectFileRequest;
import io.pfsgateway.pfs.protocol.ModifyFileRequest;
import io.pfsgateway.pfs.protocol.admin.InspectClusterRequest;
import io.pfsgateway.pfs.protocol.auth.WhoAmIRequest;
import io.pfsgateway.pfs.protocol.pps.ListPipelineRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over loopback: what is of the wire, and not of the file system. */
final class WireTest {
    private static final int LARGE_BYTES = 40 << 20;

    @TempDir
    Path folder;

    private TestServer inProcess;
    private PfsServer server;
    private ManagedChannel channel;

    @BeforeEach
    void start() throws IOException {
        inProcess = TestServer.start(folder);
        server = PfsServer.start(inProcess.pfs, TestServer.settings());
        channel =
                NettyChannelBuilder.forAddress(server.address()).usePlaintext().build();
    }

    @AfterEach
    void stop() {
        channel.shutdownNow();
        server.close();
        inProcess.close();
    }

    private void putLarge() {
        byte[] chunk = new byte[1 << 20];
        new Random(3).nextBytes(chunk);
        ModifyFileRequest[] chunks = new ModifyFileRequest[LARGE_BYTES >> 20];
        java.util.Arrays.fill(chunks, add("/large", ByteString.copyFrom(chunk)));
        inProcess.modify(HEAD, chunks);
    }

    @Test
    void saysWhatItIs() {
        var version = io.pfsgateway.pfs.protocol.version.APIGrpc.newBlockingStub(channel)
                .getVersion(Empty.getDefaultInstance());
        var cluster = io.pfsgateway.pfs.protocol.admin.APIGrpc.newBlockingStub(channel)
                .inspectCluster(InspectClusterRequest.newBuilder()
                        .setCurrentProject(TestServer.project("none"))
                        .build());

        assertThat(version.getMajor()).isEqualTo(2);
        assertThat(version.getAdditional()).isEqualTo("+pfs-s3-gateway.1.2.3");
        assertThat(cluster.getId()).isEqualTo("id");
        assertThat(cluster.getWarningsList()).singleElement().asString().contains("project \"none\" not found");
        assertThat(io.pfsgateway.pfs.protocol.pps.APIGrpc.newBlockingStub(channel)
                        .listPipeline(ListPipelineRequest.getDefaultInstance()))
                .isExhausted();
    }

    @Test
    void hasNobodyToAuthenticate() {
        Status status =
                TestServer.status(catchThrowable(() -> io.pfsgateway.pfs.protocol.auth.APIGrpc.newBlockingStub(channel)
                        .whoAmI(WhoAmIRequest.getDefaultInstance())));

        assertThat(status.getCode()).isEqualTo(Status.Code.UNIMPLEMENTED);
        assertThat(status.getDescription()).isEqualTo("the auth service is not activated");
    }

    @Test
    void tellsItsHealthAndItsServices() throws Exception {
        assertThat(HealthGrpc.newBlockingStub(channel)
                        .check(HealthCheckRequest.getDefaultInstance())
                        .getStatus())
                .isEqualTo(ServingStatus.SERVING);
        BlockingClientCall<ServerReflectionRequest, ServerReflectionResponse> call =
                ServerReflectionGrpc.newBlockingV2Stub(channel).serverReflectionInfo();
        assertThat(call.write(
                        ServerReflectionRequest.newBuilder().setListServices("").build()))
                .isTrue();
        assertThat(call.read().getListServicesResponse().getServiceList())
                .extracting(io.grpc.reflection.v1.ServiceResponse::getName)
                .contains("pfs_v2.API", "versionpb_v2.API", "grpc.health.v1.Health");
        call.cancel("enough", null);
    }

    @Test
    void sendsNoMoreThanTheClientTakes() throws Exception {
        putLarge();
        BlockingClientCall<?, BytesValue> call = APIGrpc.newBlockingV2Stub(channel)
                .getFile(GetFileRequest.newBuilder()
                        .setFile(file(HEAD, "/large"))
                        .build());
        long got = 0;
        for (BytesValue chunk = call.read(); chunk != null; chunk = call.read()) {
            assertThat(chunk.getValue().size()).isLessThanOrEqualTo(2 << 20);
            got += chunk.getValue().size();
        }

        assertThat(got).isEqualTo(LARGE_BYTES);
    }

    @Test
    void letsGoOfTheFileOfACallThatIsCancelled() throws Exception {
        putLarge();
        BlockingClientCall<?, BytesValue> call = APIGrpc.newBlockingV2Stub(channel)
                .getFile(GetFileRequest.newBuilder()
                        .setFile(file(HEAD, "/large"))
                        .build());
        assertThat(call.read()).isNotNull();
        inProcess.modify(HEAD, TestServer.delete("/large"));
        inProcess.pfs.branches().delete(new io.pfsgateway.pfs.model.BranchName("default", "repo", "master"), true);
        inProcess.pfs.awaitBackground();
        assertThat(inProcess.pfs.check().contents()).isEqualTo(1);

        call.cancel("enough", null);
        await().untilAsserted(() -> {
            inProcess.pfs.awaitBackground();
            assertThat(inProcess.pfs.check().contents()).isZero();
        });
    }

    @Test
    void leavesNothingOfAChangeThatIsBrokenOff() throws Exception {
        BlockingClientCall<ModifyFileRequest, Empty> call =
                APIGrpc.newBlockingV2Stub(channel).modifyFile();
        assertThat(call.write(ModifyFileRequest.newBuilder().setSetCommit(HEAD).build()))
                .isTrue();
        assertThat(call.write(add("/gone", ByteString.copyFrom(new byte[1 << 20]))))
                .isTrue();
        await().until(() -> inProcess.pfs.check().leftoverBlobs() == 1);
        call.cancel("enough", null);

        await().until(() -> inProcess.pfs.check().leftoverBlobs() == 0);
        assertThat(TestServer.status(catchThrowable(() -> inProcess.text("/gone")))
                        .getCode())
                .isEqualTo(Status.Code.NOT_FOUND);
    }

    @Test
    void refusesAMessageThatIsTooLarge() {
        Throwable refused = catchThrowable(() -> {
            BlockingClientCall<ModifyFileRequest, Empty> call =
                    APIGrpc.newBlockingV2Stub(channel).modifyFile();
            boolean taken =
                    call.write(ModifyFileRequest.newBuilder().setSetCommit(HEAD).build());
            if (taken && call.write(add("/large", ByteString.copyFrom(new byte[21 << 20])))) {
                call.halfClose();
            }
            call.read();
        });

        assertThat(TestServer.status(refused).getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    }

    @Test
    void takesNoCallsWhenItHasStopped() {
        inProcess.put("/f", "text");
        var stub = APIGrpc.newBlockingStub(channel);
        assertThat(stub.inspectFile(InspectFileRequest.newBuilder()
                                .setFile(file(HEAD, "/f"))
                                .build())
                        .getSizeBytes())
                .isEqualTo(4);
        server.close();

        assertThat(TestServer.status(catchThrowable(() -> stub.inspectFile(InspectFileRequest.newBuilder()
                                .setFile(file(HEAD, "/f"))
                                .build())))
                        .getCode())
                .isEqualTo(Status.Code.UNAVAILABLE);
    }
}
