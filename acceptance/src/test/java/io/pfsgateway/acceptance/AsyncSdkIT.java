package io.pfsgateway.acceptance;

import java.net.URI;

/** The SDK's async client on Netty, whose bodies come in unsigned chunks with a checksum as their trailer. */
final class AsyncSdkIT extends SdkContract {
    @Override
    SdkClient connect(URI address) {
        return AsyncSdkClient.onNetty(address);
    }

    @Override
    String bodySignature() {
        return "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
    }
}
