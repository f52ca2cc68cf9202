/** Real parts for the services' tests: Postgres, a clock to move, callers, a second replica. */
@NullMarked
package io.watchbill.testkit;

import org.jspecify.annotations.NullMarked;
