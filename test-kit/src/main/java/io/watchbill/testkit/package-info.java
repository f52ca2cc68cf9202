/** Real parts for the services' tests: Postgres, a clock to move, callers, a second replica. */
package io.watchbill.testkit;
