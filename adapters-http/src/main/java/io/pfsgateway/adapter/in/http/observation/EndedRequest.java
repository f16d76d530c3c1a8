package io.pfsgateway.adapter.in.http.observation;

import io.pfsgateway.adapter.in.http.routing.S3Action;
import java.util.Optional;

/**
 * One request that has ended.
 *
 * @param action what it asked for; empty where it was refused before that was known, or asked for nothing that S3 has
 * @param status the HTTP status that was answered
 * @param receivedBytes how much of its body was read, in the form in which it came
 * @param sentBytes how much of the answer's body was sent
 * @param nanos how long it took, from the end of its headers
 * @param details the rest, to be read before the observer returns
 */
public record EndedRequest(
        Optional<S3Action> action,
        int status,
        long receivedBytes,
        long sentBytes,
        long nanos,
        RequestDetails details) {}
