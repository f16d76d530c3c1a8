package io.pfsgateway.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.out.CredentialStore;
import io.pfsgateway.domain.access.AccessKey;
import io.pfsgateway.domain.access.BucketPattern;
import io.pfsgateway.domain.access.Credential;
import io.pfsgateway.domain.access.Grant;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.access.SecretKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link CredentialStore} promises: exactly the key pairs that it was given, and nothing for anyone else. */
public abstract class CredentialStoreContract {
    private static final Grant READ_PUBLIC = new Grant(new BucketPattern("master.public"), Right.READ);
    private static final Credential ALICE = new Credential(
            new AccessKey("alice"),
            new SecretKey("s3cr3t/+="),
            List.of(new Grant(new BucketPattern("*"), Right.ADMIN), READ_PUBLIC));
    private static final Credential BOB = new Credential(new AccessKey("Bob"), new SecretKey("other"), List.of());

    /** A store that holds these. */
    protected abstract CredentialStore store(List<Credential> credentials, List<Grant> anonymousGrants);

    @Test
    void findsEachKeyPairWithItsGrants() {
        CredentialStore store = store(List.of(ALICE, BOB), List.of());
        assertThat(store.find(new AccessKey("alice"))).contains(ALICE);
        assertThat(store.find(new AccessKey("Bob"))).contains(BOB);
    }

    @Test
    void takesAccessKeysLetterByLetter() {
        CredentialStore store = store(List.of(ALICE, BOB), List.of());
        for (String other : List.of("Alice", "bob", "alice ", "ali", "*", "anonymous")) {
            assertThat(store.find(new AccessKey(other))).as(other).isEmpty();
        }
    }

    @Test
    void givesTheAnonymousNothingUnlessTold() {
        assertThat(store(List.of(ALICE), List.of()).anonymousGrants()).isEmpty();
        assertThat(store(List.of(ALICE), List.of(READ_PUBLIC)).anonymousGrants())
                .containsExactly(READ_PUBLIC);
    }
}
