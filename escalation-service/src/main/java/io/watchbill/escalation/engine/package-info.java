/** Runs escalations: stores snapshots and evaluates what is due. */
@NullMarked
package io.watchbill.escalation.engine;

import org.jspecify.annotations.NullMarked;
