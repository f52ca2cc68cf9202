/** What makes escalations run: pictures come in, the loop decides what is due. */
package io.watchbill.escalation.engine;
