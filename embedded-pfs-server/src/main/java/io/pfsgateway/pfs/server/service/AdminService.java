package io.pfsgateway.pfs.server.service;

import io.grpc.stub.StreamObserver;
import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.protocol.admin.APIGrpc;
import io.pfsgateway.pfs.protocol.admin.ClusterInfo;
import io.pfsgateway.pfs.protocol.admin.InspectClusterRequest;
import io.pfsgateway.pfs.server.call.Calls;
import io.pfsgateway.pfs.server.words.Names;

/** What clients ask before anything else. */
public final class AdminService extends APIGrpc.APIImplBase {
    private final EmbeddedPfs pfs;
    private final String id;

    /**
     * @param id stays the same for as long as the data does
     */
    public AdminService(EmbeddedPfs pfs, String id) {
        this.pfs = pfs;
        this.id = id;
    }

    @Override
    public void inspectCluster(InspectClusterRequest request, StreamObserver<ClusterInfo> client) {
        Calls.unary(client, () -> info(request));
    }

    private ClusterInfo info(InspectClusterRequest request) {
        ClusterInfo.Builder info =
                ClusterInfo.newBuilder().setId(id).setDeploymentId(id).setWarningsOk(true);
        String project = Names.project(request.getCurrentProject());
        if (request.hasCurrentProject() && !pfs.repos().projects().contains(project)) {
            info.addWarnings(
                    "WARNING: Could not inspect project \"" + project + "\": project \"" + project + "\" not found");
        }
        return info.build();
    }
}
