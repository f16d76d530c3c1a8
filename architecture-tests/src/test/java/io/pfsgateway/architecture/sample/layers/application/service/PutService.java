package io.pfsgateway.architecture.sample.layers.application.service;

/** What should be reached through a port. */
public final class PutService {}
