/** Incoming messages in a neutral form, and the interface of the senders' dialects. */
@NullMarked
package io.watchbill.incident.dialect;

import org.jspecify.annotations.NullMarked;
