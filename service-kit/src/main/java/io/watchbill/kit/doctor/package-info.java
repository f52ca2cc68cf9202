/**
 * What an operator asks when something smells wrong: all checks of a service, within a deadline.
 */
@NullMarked
package io.watchbill.kit.doctor;

import org.jspecify.annotations.NullMarked;
