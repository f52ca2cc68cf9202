/** Incoming messages in a neutral form, and the interface of the senders' dialects. */
package io.watchbill.incident.dialect;
