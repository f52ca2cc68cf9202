/** Webhooks signed by Standard Webhooks. */
@NullMarked
package io.watchbill.escalation.channel.webhook;

import org.jspecify.annotations.NullMarked;
