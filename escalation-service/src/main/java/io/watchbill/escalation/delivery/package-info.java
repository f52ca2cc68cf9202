/** Deliveries: each sends a page by one contact method, at least once. */
@NullMarked
package io.watchbill.escalation.delivery;

import org.jspecify.annotations.NullMarked;
