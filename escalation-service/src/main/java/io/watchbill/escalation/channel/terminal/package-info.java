/** Pages on the service's own standard output, for a laptop. */
@NullMarked
package io.watchbill.escalation.channel.terminal;

import org.jspecify.annotations.NullMarked;
