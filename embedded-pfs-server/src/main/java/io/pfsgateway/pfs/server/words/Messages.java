package io.pfsgateway.pfs.server.words;

import com.google.protobuf.Timestamp;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.RepoName;
import io.pfsgateway.pfs.protocol.Branch;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.Project;
import io.pfsgateway.pfs.protocol.Repo;
import java.time.Instant;

/** Names and times as answers give them. */
public final class Messages {
    private Messages() {}

    public static Project project(String name) {
        return Project.newBuilder().setName(name).build();
    }

    public static Repo repo(RepoName repo) {
        return Repo.newBuilder()
                .setProject(project(repo.project()))
                .setName(repo.repo())
                .setType("user")
                .build();
    }

    public static Branch branch(BranchName branch) {
        return Branch.newBuilder()
                .setRepo(repo(branch.repository()))
                .setName(branch.branch())
                .build();
    }

    public static Commit commit(BranchName branch, CommitId id) {
        return Commit.newBuilder()
                .setRepo(repo(branch.repository()))
                .setBranch(branch(branch))
                .setId(id.toString())
                .build();
    }

    public static Timestamp time(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
