/** Targets of pages: a person, a webhook or the last resort. */
package io.watchbill.escalation.recipient;
