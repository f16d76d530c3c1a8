package io.pfsgateway.adapter.out.keysfile;

import static java.util.stream.Collectors.joining;

import io.pfsgateway.application.port.out.CredentialStore;
import io.pfsgateway.domain.access.Credential;
import io.pfsgateway.domain.access.Grant;
import io.pfsgateway.testkit.contract.CredentialStoreContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;

final class KeysFileCredentialStoreContractTest extends CredentialStoreContract {
    @TempDir
    Path folder;

    @Override
    protected CredentialStore store(List<Credential> credentials, List<Grant> anonymousGrants) {
        String keys = credentials.stream()
                .map(credential -> "{access-key: '%s', secret-key: '%s', buckets: %s}"
                        .formatted(
                                credential.accessKey().value(),
                                credential.secretKey().value(),
                                yaml(credential.grants())))
                .collect(joining(", "));
        Path file = folder.resolve("keys.yaml");
        try {
            Files.writeString(file, "keys: [" + keys + "]\nanonymous: " + yaml(anonymousGrants) + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return KeysFileCredentialStore.open(file, new HandClock());
    }

    private static String yaml(List<Grant> grants) {
        return grants.stream()
                .map(grant -> "'%s': %s"
                        .formatted(grant.buckets().text(), grant.right().name().toLowerCase(Locale.ROOT)))
                .collect(joining(", ", "{", "}"));
    }
}
