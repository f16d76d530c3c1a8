package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.CallerRights;
import io.pfsgateway.domain.access.FileSystemToken;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.ProjectName;
import io.pfsgateway.domain.bucket.RepoName;
import io.pfsgateway.domain.failure.AccessFailure;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Rights of tokens on repositories in memory; nobody has any that were not given. */
public final class InMemoryCallerRights implements CallerRights {
    private final InMemoryCallerIdentity identity;
    private final Map<Holding, Right> rights = new ConcurrentHashMap<>();

    private record Holding(FileSystemToken token, ProjectName project, RepoName repo) {}

    /** Rights of whoever an identity says. */
    public InMemoryCallerRights(InMemoryCallerIdentity identity) {
        this.identity = identity;
    }

    /** From now on whoever holds a token has a right, and those before it, on a branch's repository. */
    public void give(FileSystemToken token, Right right, BranchId branch) {
        rights.put(new Holding(token, branch.project(), branch.repo()), right);
    }

    @Override
    public void require(Right right, BranchId branch) {
        boolean may = identity.shown()
                .map(token -> rights.get(new Holding(token, branch.project(), branch.repo())))
                .filter(given -> given.includes(right))
                .isPresent();
        if (!may) {
            throw AccessFailure.denied(branch.bucketName());
        }
    }
}
