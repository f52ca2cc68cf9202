/** Dry runs, linting and tests of policies. */
@NullMarked
package io.watchbill.escalation.rehearsal;

import org.jspecify.annotations.NullMarked;
