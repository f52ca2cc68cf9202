/** Traces: what one alert or request caused, in all services. */
@NullMarked
package io.watchbill.kit.trace;

import org.jspecify.annotations.NullMarked;
