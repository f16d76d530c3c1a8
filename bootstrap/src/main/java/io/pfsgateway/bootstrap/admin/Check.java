package io.pfsgateway.bootstrap.admin;

import java.util.function.BooleanSupplier;

/**
 * One thing that has to answer before requests are sent here.
 *
 * @param name what it is, as operators are told
 * @param answers asks it; it is false, or throws, where the answer is no
 */
public record Check(String name, BooleanSupplier answers) {}
