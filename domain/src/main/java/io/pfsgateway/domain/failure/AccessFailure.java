package io.pfsgateway.domain.failure;

/** Something that the caller may not do, or may not know of. */
public final class AccessFailure extends GatewayFailure {
    private static final long serialVersionUID = 1L;

    private final String resource;

    private AccessFailure(String resource, String message) {
        super(FailureKind.ACCESS_DENIED, message);
        this.resource = resource;
    }

    /** What was asked for. */
    public String resource() {
        return resource;
    }

    public static AccessFailure denied(String resource) {
        return new AccessFailure(resource, "Access Denied");
    }

    /** Callers are to be told by the file system, and it knows none. */
    public static AccessFailure noUsers() {
        return new AccessFailure(
                "",
                "The file system has no users: its authorisation is not activated, so that no token of it can be checked."
                        + " Whoever runs this gateway has to activate it, or to choose another mode of --auth.");
    }
}
