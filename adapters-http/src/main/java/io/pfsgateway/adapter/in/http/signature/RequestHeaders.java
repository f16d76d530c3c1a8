package io.pfsgateway.adapter.in.http.signature;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The header lines of one request: names without regard to case, several values to a name, all in the order of the
 * wire. Values are as HTTP servers give them, one character for each byte (ISO 8859-1). Immutable.
 */
public final class RequestHeaders {
    private static final RequestHeaders NONE = new Builder().build();

    private final Map<String, List<String>> valuesByName;

    private RequestHeaders(Map<String, List<String>> valuesByName) {
        this.valuesByName = valuesByName;
    }

    /** No headers at all. */
    public static RequestHeaders none() {
        return NONE;
    }

    /** Starts an empty collection of header lines. */
    public static Builder builder() {
        return new Builder();
    }

    /** The first value of a header, whatever the case of the name. */
    public Optional<String> first(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    /** Every value of a header, in the order of the wire; empty where the header is absent. */
    public List<String> all(String name) {
        List<String> exact = valuesByName.get(name);
        if (exact != null) {
            return exact;
        }
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return lowerCase.equals(name) ? List.of() : valuesByName.getOrDefault(lowerCase, List.of());
    }

    /** The names that are present, in lower case, each once. */
    public Set<String> names() {
        return valuesByName.keySet();
    }

    /** Names only: values may be credentials. */
    @Override
    public String toString() {
        return "RequestHeaders" + names();
    }

    /** Collects header lines one by one. Not safe for use by several threads. */
    public static final class Builder {
        private final Map<String, List<String>> valuesByName = new LinkedHashMap<>();

        private Builder() {}

        /** Adds one header line behind those already there. */
        public Builder add(String name, String value) {
            valuesByName
                    .computeIfAbsent(name.toLowerCase(Locale.ROOT), absent -> new ArrayList<>(1))
                    .add(value);
            return this;
        }

        /** The lines so far, as an immutable value. */
        public RequestHeaders build() {
            Map<String, List<String>> copy = new LinkedHashMap<>(valuesByName.size() * 2);
            valuesByName.forEach((name, values) -> copy.put(name, List.copyOf(values)));
            return new RequestHeaders(Collections.unmodifiableMap(copy));
        }
    }
}
