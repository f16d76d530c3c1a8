package io.pfsgateway.adapter.out.keysfile;

import io.pfsgateway.domain.access.AccessKey;
import io.pfsgateway.domain.access.Credential;
import io.pfsgateway.domain.access.Grant;
import java.util.List;
import java.util.Map;

/** All that one version of a keys file gives. */
record AccessKeys(Map<AccessKey, Credential> credentials, List<Grant> anonymous) {
    AccessKeys {
        credentials = Map.copyOf(credentials);
        anonymous = List.copyOf(anonymous);
    }
}
