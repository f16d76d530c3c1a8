package io.pfsgateway.architecture.sample.stranger.elsewhere;

/** A class in no layer. */
public final class Lodger {}
