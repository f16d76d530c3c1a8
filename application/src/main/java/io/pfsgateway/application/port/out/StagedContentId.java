package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.failure.RequestFailure;

/** The file system's name for a staged content: up to 128 printable ASCII characters that mean something to it alone. */
public record StagedContentId(String value) {
    private static final int MAX_LENGTH = 128;

    public StagedContentId {
        if (value.isEmpty() || value.length() > MAX_LENGTH || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw RequestFailure.invalidArgument("staged content", value, "1 to 128 printable ASCII characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
