package io.pfsgateway.architecture.sample.loosearchunit.elsewhere;

import com.tngtech.archunit.lang.ArchRule;

/** A library used outside the module that chose it. */
public record Lodger(ArchRule rule) {}
