/** Counters with bounded labels, and gauges that read the database once for all of a service. */
@NullMarked
package io.watchbill.kit.metric;

import org.jspecify.annotations.NullMarked;
