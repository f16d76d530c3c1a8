package io.pfsgateway.acceptance;

import java.net.URI;

/** The SDK's blocking client, whose bodies come in signed chunks with a signed trailer. */
final class SyncSdkIT extends SdkContract {
    @Override
    SdkClient connect(URI address) {
        return new SyncSdkClient(address);
    }

    @Override
    String bodySignature() {
        return "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";
    }
}
