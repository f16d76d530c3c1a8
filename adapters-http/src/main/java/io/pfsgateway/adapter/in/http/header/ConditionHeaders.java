package io.pfsgateway.adapter.in.http.header;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.exchange.S3Request;
import io.pfsgateway.domain.condition.ReadConditions;
import io.pfsgateway.domain.condition.TagMatch;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.text.Decimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The conditions that a request sets. As RFC 9110 has it, a date that cannot be read is no condition on a read; on a deletion it is
 * refused, since it would delete what was meant to be spared.
 */
public final class ConditionHeaders {
    private static final String IF_MATCH = "if-match";
    private static final String SOURCE = "x-amz-copy-source-";
    private static final String DELETE_TIME = "x-amz-if-match-last-modified-time";
    private static final String DELETE_SIZE = "x-amz-if-match-size";

    private ConditionHeaders() {}

    /** The conditions of a read. */
    public static ReadConditions ofRead(S3Request request) {
        return read(request, "");
    }

    /** The conditions on the source of a copy. */
    public static ReadConditions ofSource(S3Request request) {
        return read(request, SOURCE);
    }

    private static ReadConditions read(S3Request request, String prefix) {
        return new ReadConditions(
                tags(request, prefix + IF_MATCH),
                tags(request, prefix + "if-none-match"),
                request.header(prefix + "if-modified-since").flatMap(HttpDates::parse),
                request.header(prefix + "if-unmodified-since").flatMap(HttpDates::parse));
    }

    /** The conditions on the object that a write replaces. */
    public static WriteCondition ofWrite(S3Request request) {
        return WriteCondition.tags(guard(request, IF_MATCH), guard(request, "if-none-match"));
    }

    /** The conditions on the object that a deletion takes away. */
    public static WriteCondition ofDelete(S3Request request) {
        return new WriteCondition(
                guard(request, IF_MATCH),
                guard(request, "if-none-match"),
                request.header(DELETE_TIME).map(text -> time(DELETE_TIME, text)),
                request.header(DELETE_SIZE)
                        .map(text -> OptionalLong.of(size(text)))
                        .orElse(OptionalLong.empty()),
                Optional.empty());
    }

    /** A date that must be one. */
    public static Instant time(String name, String text) {
        return HttpDates.parse(text)
                .orElseThrow(() -> S3Error.invalidArgument(name, text, "This is not a date.")
                        .refusal());
    }

    private static long size(String text) {
        if (!Decimal.matches(text, Decimal.MOST_DIGITS)) {
            throw S3Error.invalidArgument(DELETE_SIZE, text, "This is not a size.")
                    .refusal();
        }
        return Long.parseLong(text);
    }

    /** A guard of a write that says nothing would let through what it was set up to keep out. */
    private static Optional<TagMatch> guard(S3Request request, String name) {
        Optional<TagMatch> tags = tags(request, name);
        if (tags.isEmpty() && !request.headers().all(name).isEmpty()) {
            throw S3Error.invalidArgument(name, "", "A condition on a write is * or entity tags.")
                    .refusal();
        }
        return tags;
    }

    private static Optional<TagMatch> tags(S3Request request, String name) {
        String all = String.join(",", request.headers().all(name));
        if (all.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(name.endsWith(IF_MATCH) ? EntityTags.parseStrong(all) : EntityTags.parse(all));
    }
}
