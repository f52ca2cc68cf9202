/** Counters whose labels are bounded, and what is measured in the database for all services. */
package io.watchbill.kit.metric;
