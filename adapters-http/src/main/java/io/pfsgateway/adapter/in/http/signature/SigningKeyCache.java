package io.pfsgateway.adapter.in.http.signature;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the signing keys that were used last, since each costs four HMACs to derive. Only keys that have made a good
 * signature are kept, so that whoever has no secret cannot push out those of others. Safe for many threads.
 */
final class SigningKeyCache {
    private final int capacity;
    private final Map<Entry, SigningKey> keys = new LinkedHashMap<>(16, 0.75f, true);

    SigningKeyCache(int capacity) {
        this.capacity = capacity;
    }

    /** What a signing key is derived from. */
    private record Entry(String secret, CredentialScope scope) {
        @Override
        public String toString() {
            return "Entry[scope=" + scope + "]";
        }
    }

    Optional<SigningKey> find(String secret, CredentialScope scope) {
        synchronized (keys) {
            return Optional.ofNullable(keys.get(new Entry(secret, scope)));
        }
    }

    void keep(String secret, CredentialScope scope, SigningKey key) {
        synchronized (keys) {
            keys.put(new Entry(secret, scope), key);
            if (keys.size() > capacity) {
                keys.remove(keys.keySet().iterator().next());
            }
        }
    }

    int size() {
        synchronized (keys) {
            return keys.size();
        }
    }
}
