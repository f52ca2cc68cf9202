/** Channels: the ways to reach people. Each is a bean in a package of its own. */
@NullMarked
package io.watchbill.escalation.channel;

import org.jspecify.annotations.NullMarked;
