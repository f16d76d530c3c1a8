package io.pfsgateway.acceptance;

import java.net.URI;

/** The SDK's native client, whose bodies come in unsigned chunks with a checksum as their trailer, over plain HTTP too. */
final class CrtSdkIT extends SdkContract {
    @Override
    SdkClient connect(URI address) {
        return AsyncSdkClient.inNativeCode(address);
    }

    @Override
    String bodySignature() {
        return "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
    }
}
