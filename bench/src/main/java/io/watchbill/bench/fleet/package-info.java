/** Replicas of the services as processes, with balancers, Postgres and its standby. */
package io.watchbill.bench.fleet;
