/** What the intake reads, in no sender's format, and the interface of the dialects of senders. */
package io.watchbill.incident.dialect;
