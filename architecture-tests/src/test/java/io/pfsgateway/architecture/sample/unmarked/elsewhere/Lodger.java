package io.pfsgateway.architecture.sample.unmarked.elsewhere;

/** A class whose package says nothing of null. */
public final class Lodger {}
