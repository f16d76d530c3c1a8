package io.pfsgateway.architecture.sample.impuredomain.domain;

import com.tngtech.archunit.lang.ArchRule;

/** A value that knows a library. */
public record Key(ArchRule rule) {}
