/** Tests of the {@code pfs_v2} adapter, against a server in this process that speaks as pachd was seen to. */
@NullMarked
package io.pfsgateway.adapter.out.pfs.grpc;

import org.jspecify.annotations.NullMarked;
