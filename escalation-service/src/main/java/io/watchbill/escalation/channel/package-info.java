/** The ways to reach somebody: terminal, e-mail, signed webhook. */
package io.watchbill.escalation.channel;
