/** Channels: the ways to reach people. Each is a bean in a package of its own. */
package io.watchbill.escalation.channel;
