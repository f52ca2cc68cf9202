/** Sending: deliveries are claimed with leases, sent in parallel, and their results recorded. */
package io.watchbill.escalation.dispatch;
