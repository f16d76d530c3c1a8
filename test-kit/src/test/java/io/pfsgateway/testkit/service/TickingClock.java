package io.pfsgateway.testkit.service;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A clock on which each look is a minute later than the one before, so that no two commits share a time. */
final class TickingClock extends Clock {
    private final AtomicLong minutes = new AtomicLong();

    @Override
    public Instant instant() {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60 * minutes.getAndIncrement());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Nothing asks for another zone");
    }
}
