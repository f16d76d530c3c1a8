/**
 * Tests of the use cases. They stand here, and not beside the services, because they run on the fakes, which know the ports:
 * modules cannot lean on each other both ways.
 */
@NullMarked
package io.pfsgateway.testkit.service;

import org.jspecify.annotations.NullMarked;
