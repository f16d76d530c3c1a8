package io.pfsgateway.architecture.sample.cycle.right;

import io.pfsgateway.architecture.sample.cycle.left.Left;

/** The other half. */
public interface Right {
    /** Back again. */
    Left left();
}
