package io.pfsgateway.architecture.sample.curiousengine.pfs;

import io.pfsgateway.architecture.sample.curiousengine.domain.Key;

/** An engine that knows the gateway. */
public record Engine(Key key) {}
