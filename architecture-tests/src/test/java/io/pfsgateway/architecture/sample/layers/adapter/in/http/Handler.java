package io.pfsgateway.architecture.sample.layers.adapter.in.http;

import io.pfsgateway.architecture.sample.layers.application.service.PutService;

/** An adapter that calls a service past its port. */
public record Handler(PutService service) {}
