/** Counters with bounded labels, and gauges that read the database once for all of a service. */
package io.watchbill.kit.metric;
