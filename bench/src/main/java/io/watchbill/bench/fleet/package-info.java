/** Replicas of the services as processes, with balancers, Postgres and its standby. */
@NullMarked
package io.watchbill.bench.fleet;

import org.jspecify.annotations.NullMarked;
