package io.pfsgateway.architecture.sample.servingengine.pfs;

import io.pfsgateway.architecture.sample.servingengine.pfs.server.Server;

/** An engine that carries its server. */
public record Engine(Server server) {}
