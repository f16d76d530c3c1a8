package io.pfsgateway.architecture.sample.openservice.application.service;

/** A service that can be inherited. */
public class Service {}
