/** Webhooks signed by Standard Webhooks. */
package io.watchbill.escalation.channel.webhook;
