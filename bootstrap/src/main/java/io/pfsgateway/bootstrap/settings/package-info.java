/**
 * What an operator may set, and from where: a flag comes before an environment variable, a variable before a line of the
 * settings file, and that before the default.
 *
 * <p>{@link io.pfsgateway.bootstrap.settings.Setting} is the one table of names. Whatever is not in it is refused in all three
 * places, since a misspelt setting that is passed over is one that the operator believes in.
 */
@NullMarked
package io.pfsgateway.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
