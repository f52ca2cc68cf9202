/** What makes escalations run: snapshots come in, the loop decides what is due. */
package io.watchbill.escalation.engine;
