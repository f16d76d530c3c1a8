/**
 * The program: what the command line asks for, what it says when it starts, how it stops.
 *
 * <p>Exit codes: 0 after a clean stop and for help; 1 when the start failed, the stop was not clean or a check found something;
 * 2 when the command line, a variable or the settings file was refused.
 */
@NullMarked
package io.pfsgateway.bootstrap;

import org.jspecify.annotations.NullMarked;
