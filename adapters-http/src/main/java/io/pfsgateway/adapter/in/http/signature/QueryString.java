package io.pfsgateway.adapter.in.http.signature;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The parameters of a raw query, spelled as Signature 4 signs them and still in the order of the wire. */
record QueryString(List<Parameter> parameters) {
    QueryString {
        parameters = List.copyOf(parameters);
    }

    /** One parameter, name and value in their canonical spelling; one that came without a value has an empty one. */
    record Parameter(String name, String value) {
        private static final Comparator<Parameter> ORDER =
                Comparator.comparing(Parameter::name).thenComparing(Parameter::value);

        private static Parameter of(String raw) {
            int equals = raw.indexOf('=');
            return equals < 0
                    ? new Parameter(PercentEncoding.ofQuery(raw), "")
                    : new Parameter(
                            PercentEncoding.ofQuery(raw.substring(0, equals)),
                            PercentEncoding.ofQuery(raw.substring(equals + 1)));
        }
    }

    static QueryString parse(String rawQuery) {
        List<Parameter> parameters = new ArrayList<>();
        int start = 0;
        while (start < rawQuery.length()) {
            int ampersand = rawQuery.indexOf('&', start);
            int end = ampersand < 0 ? rawQuery.length() : ampersand;
            if (end > start) {
                parameters.add(Parameter.of(rawQuery.substring(start, end)));
            }
            start = end + 1;
        }
        return new QueryString(parameters);
    }

    /** Whether a parameter of this name is there, without regard to case. */
    boolean has(String name) {
        for (Parameter each : parameters) {
            if (each.name().equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    /** The decoded values of a parameter, without regard to the case of its name. */
    List<String> values(String name) {
        return parameters.stream()
                .filter(each -> each.name().equalsIgnoreCase(name))
                .map(each -> PercentEncoding.decode(each.value()))
                .toList();
    }

    /** The decoded values of a parameter of exactly this name. */
    List<String> valuesOfExactly(String name) {
        return parameters.stream()
                .filter(each -> each.name().equals(name))
                .map(each -> PercentEncoding.decode(each.value()))
                .toList();
    }

    /** The query as it is signed: sorted by name, then by value, without the signature itself. */
    String canonicalWithout(String leftOut) {
        if (parameters.isEmpty()) {
            return "";
        }
        StringBuilder canonical = new StringBuilder();
        parameters.stream()
                .filter(each -> !each.name().equalsIgnoreCase(leftOut))
                .sorted(Parameter.ORDER)
                .forEach(each -> {
                    if (!canonical.isEmpty()) {
                        canonical.append('&');
                    }
                    canonical.append(each.name()).append('=').append(each.value());
                });
        return canonical.toString();
    }
}
