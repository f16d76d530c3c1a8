/** A sample that breaks a rule. */
@NullMarked
package io.pfsgateway.architecture.sample.impureapplication.application.service;

import org.jspecify.annotations.NullMarked;
