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
}
