package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.file.ObjectKey;
import java.util.Optional;

/**
 * A file that is about to be committed, as its writer announces it to a {@link FileAttributeStore}.
 *
 * @param token what the writer will look for the commit by, such as an upload's id: at most 256 printable ASCII characters
 */
public record AnnouncedFile(
        BranchId branch, ObjectKey key, ExpectedContent content, FileDescription description, Optional<String> token) {
    private static final int MAX_TOKEN_LENGTH = 256;

    public AnnouncedFile {
        token.ifPresent(AnnouncedFile::requireToken);
    }

    private static void requireToken(String token) {
        if (token.isEmpty()
                || token.length() > MAX_TOKEN_LENGTH
                || !token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw RequestFailure.invalidArgument(
                    "token", token, "1 to " + MAX_TOKEN_LENGTH + " printable ASCII characters");
        }
    }

    /** The same without the table of parts, as a page has it. */
    public AnnouncedFile withoutParts() {
        return new AnnouncedFile(branch, key, content, description.withoutParts(), token);
    }
}
