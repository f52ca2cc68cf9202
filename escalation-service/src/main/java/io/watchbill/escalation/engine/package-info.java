/** Runs escalations: stores snapshots and evaluates what is due. */
package io.watchbill.escalation.engine;
