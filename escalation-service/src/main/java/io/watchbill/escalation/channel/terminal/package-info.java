/** Pages on the service's own standard output, for a laptop. */
package io.watchbill.escalation.channel.terminal;
