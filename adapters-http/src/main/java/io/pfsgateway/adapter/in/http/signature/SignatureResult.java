package io.pfsgateway.adapter.in.http.signature;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a request's signature tells: nobody signed it, somebody known did, or it must be refused. Which of the three is
 * in {@link #kind()}, so that a {@code switch} over it is exhaustive.
 */
public sealed interface SignatureResult {

    /** The three outcomes. */
    enum Kind {
        ANONYMOUS,
        VERIFIED,
        REFUSED
    }

    /** Which of the three this is. */
    Kind kind();

    /** No credentials of any sort came with the request. */
    record Anonymous() implements SignatureResult {
        @Override
        public Kind kind() {
            return Kind.ANONYMOUS;
        }
    }

    /**
     * The signature holds.
     *
     * @param accessKey whose secret made it
     * @param form header or query
     * @param payload what the signature says of the body
     * @param signing what the signatures of the body's chunks are checked with; empty where they cannot be signed
     */
    record Verified(String accessKey, SignatureForm form, PayloadDeclaration payload, Optional<SigningContext> signing)
            implements SignatureResult {
        public Verified {
            Objects.requireNonNull(accessKey, "accessKey");
            Objects.requireNonNull(form, "form");
            Objects.requireNonNull(payload, "payload");
            Objects.requireNonNull(signing, "signing");
        }

        @Override
        public Kind kind() {
            return Kind.VERIFIED;
        }

        /** Without the access key, which is itself a secret where tokens serve as access keys. */
        @Override
        public String toString() {
            return "Verified[form=" + form + ", payload=" + payload + ", signing=" + signing + "]";
        }
    }

    /**
     * The request must be refused.
     *
     * @param problem why
     * @param message a sentence for the client
     * @param details further elements of the S3 error, by their names in its XML, for the client alone
     */
    record Refused(SignatureProblem problem, String message, Map<String, String> details) implements SignatureResult {
        public Refused {
            Objects.requireNonNull(problem, "problem");
            Objects.requireNonNull(message, "message");
            details = Map.copyOf(details);
        }

        @Override
        public Kind kind() {
            return Kind.REFUSED;
        }

        /** Without the details, which hold what the client sent as its credentials. */
        @Override
        public String toString() {
            return "Refused[problem=" + problem + ", message=" + message + "]";
        }
    }
}
