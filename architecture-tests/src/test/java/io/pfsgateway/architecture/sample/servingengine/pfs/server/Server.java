package io.pfsgateway.architecture.sample.servingengine.pfs.server;

/** A server of the engine. */
public record Server(String address) {}
