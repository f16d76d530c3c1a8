package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.CallerIdentity;
import io.pfsgateway.application.port.out.CallerRights;
import io.pfsgateway.domain.access.FileSystemToken;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.testkit.contract.CallerRightsContract;

final class InMemoryCallerRightsTest extends CallerRightsContract {
    private final InMemoryCallerIdentity identity = new InMemoryCallerIdentity(new FileSystemToken("own"));
    private final InMemoryCallerRights rights = new InMemoryCallerRights(identity);

    @Override
    protected CallerRights rights() {
        return rights;
    }

    @Override
    protected CallerIdentity identity() {
        return identity;
    }

    @Override
    protected void give(FileSystemToken token, Right right, BranchId branch) {
        rights.give(token, right, branch);
    }
}
