package io.pfsgateway.architecture.sample.impureapplication.application.service;

import com.tngtech.archunit.lang.ArchRule;

/** A use case that knows a library. */
public record Service(ArchRule rule) {}
