package io.pfsgateway.adapter.in.http.routing;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.error.S3Refusal;
import io.pfsgateway.adapter.in.http.exchange.QueryParameters;
import io.pfsgateway.adapter.in.http.exchange.S3Request;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the one action that a request means. It refuses with 501 a sub-resource that is not known, by its name, with 405 a method
 * that means nothing there, and with 400 two sub-resources at once.
 */
public final class Router {
    private static final String LIST_TYPE = QueryNames.LIST_TYPE;
    private static final String COPY_SOURCE = "x-amz-copy-source";

    private static final Map<Route, S3Action> ACTIONS =
            Arrays.stream(S3Action.values()).collect(Collectors.toUnmodifiableMap(Route::of, Function.identity()));
    private static final Set<String> SUB_RESOURCES = Arrays.stream(S3Action.values())
            .flatMap(action -> Stream.of(action.subResource().split(",", -1)))
            .filter(name -> !name.isEmpty() && !name.equals(LIST_TYPE) && !name.equals(COPY_SOURCE))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> OF_UPLOADS = Set.of("uploadId", "uploads");

    private record Route(Level level, String method, String subResource) {
        static Route of(S3Action action) {
            return new Route(action.level(), action.method(), action.subResource());
        }
    }

    /** The action that a request means. */
    public S3Action route(S3Request request) {
        Level level = Level.of(request.target());
        if (request.method().equals("OPTIONS")) {
            throw S3Error.of(S3ErrorCode.ACCESS_FORBIDDEN, "CORSResponse: CORS is not enabled for this bucket.")
                    .refusal();
        }
        String subResource = subResource(level, request);
        S3Action action = ACTIONS.get(new Route(level, request.method(), subResource));
        if (action == null) {
            throw methodNotAllowed(level, request.method(), subResource);
        }
        return action;
    }

    private static String subResource(Level level, S3Request request) {
        Set<String> named = named(level, request);
        if (named.size() > 1) {
            throw S3Error.of(
                            S3ErrorCode.INVALID_ARGUMENT,
                            "Conflicting query string parameters: " + String.join(", ", named))
                    .refusal();
        }
        String subResource = named.isEmpty() ? "" : named.iterator().next();
        boolean maySpeakOfCopy = level == Level.OBJECT
                && request.method().equals("PUT")
                && (subResource.isEmpty() || subResource.equals("uploadId"));
        if (maySpeakOfCopy && request.headers().first(COPY_SOURCE).isPresent()) {
            return subResource.isEmpty() ? COPY_SOURCE : subResource + "," + COPY_SOURCE;
        }
        boolean secondListing = level == Level.BUCKET
                && subResource.isEmpty()
                && request.method().equals("GET")
                && request.query().first(LIST_TYPE).filter("2"::equals).isPresent();
        return secondListing ? LIST_TYPE : subResource;
    }

    private static Set<String> named(Level level, S3Request request) {
        List<QueryParameters.Parameter> parameters = request.query().parameters();
        if (parameters.isEmpty()) {
            return Set.of();
        }
        List<String> names =
                parameters.stream().map(QueryParameters.Parameter::name).toList();
        Set<String> named =
                names.stream().filter(SUB_RESOURCES::contains).collect(Collectors.toCollection(TreeSet::new));
        QueryNames.refuseRepeats(names);
        // Beside another sub-resource anything may stand, as with S3; to pass over what stands beside an upload could
        // abort it.
        if (OF_UPLOADS.containsAll(named)) {
            names.stream()
                    .filter(name -> !named.contains(name))
                    .forEach(name -> QueryNames.check(name, level, request));
        }
        return named;
    }

    private static S3Refusal methodNotAllowed(Level level, String method, String subResource) {
        List<String> allowed = Arrays.stream(S3Action.values())
                .filter(action ->
                        action.level() == level && action.subResource().equals(subResource))
                .map(S3Action::method)
                .sorted()
                .toList();
        if (allowed.isEmpty()) {
            return S3Error.notImplemented(method + " ?" + subResource).refusal();
        }
        return S3Error.of(S3ErrorCode.METHOD_NOT_ALLOWED, "The specified method is not allowed against this resource.")
                .withHeader("Allow", String.join(", ", allowed))
                .refusal();
    }
}
