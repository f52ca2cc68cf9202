/** Deliveries: each sends a page by one contact method, at least once. */
package io.watchbill.escalation.delivery;
