/** The final shifts kept of every rotation that a policy names. */
package io.watchbill.escalation.oncall;
