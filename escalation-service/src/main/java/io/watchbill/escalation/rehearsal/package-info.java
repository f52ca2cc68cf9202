/** Dry runs, linting and tests of policies. */
package io.watchbill.escalation.rehearsal;
