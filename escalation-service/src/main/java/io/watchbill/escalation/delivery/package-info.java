/** Deliveries: one contact method of one page, handed over at least once. */
package io.watchbill.escalation.delivery;
