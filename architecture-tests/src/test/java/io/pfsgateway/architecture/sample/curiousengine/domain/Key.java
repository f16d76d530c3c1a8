package io.pfsgateway.architecture.sample.curiousengine.domain;

/** A value of the gateway. */
public record Key(String value) {}
