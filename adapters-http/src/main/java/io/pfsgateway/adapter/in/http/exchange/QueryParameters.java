package io.pfsgateway.adapter.in.http.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parameters of a query, decoded, in the order in which they came. Names are told apart by case. */
public record QueryParameters(List<Parameter> parameters) {
    private static final QueryParameters NONE = new QueryParameters(List.of());

    public QueryParameters {
        parameters = List.copyOf(parameters);
    }

    /** A name and its value; one that came without a value has an empty one. */
    public record Parameter(String name, String value) {}

    /** Reads a raw query; the empty text is none. */
    public static QueryParameters parse(String rawQuery) {
        if (rawQuery.isEmpty()) {
            return NONE;
        }
        List<Parameter> parameters = new ArrayList<>();
        for (String raw : rawQuery.split("&", -1)) {
            if (!raw.isEmpty()) {
                parameters.add(parameter(raw));
            }
        }
        return new QueryParameters(parameters);
    }

    private static Parameter parameter(String raw) {
        int equals = raw.indexOf('=');
        return equals < 0
                ? new Parameter(UriText.ofQuery(raw), "")
                : new Parameter(UriText.ofQuery(raw.substring(0, equals)), UriText.ofQuery(raw.substring(equals + 1)));
    }

    /** Whether a parameter came, with a value or without. */
    public boolean has(String name) {
        return first(name).isPresent();
    }

    /** The first value of a parameter. */
    public Optional<String> first(String name) {
        for (Parameter each : parameters) {
            if (each.name().equals(name)) {
                return Optional.of(each.value());
            }
        }
        return Optional.empty();
    }

    /** The first value of a parameter, where it is not empty: most parameters mean nothing when they are. */
    public Optional<String> nonEmpty(String name) {
        return first(name).filter(value -> !value.isEmpty());
    }
}
