/** Timeline: the entries that this service adds to an incident's timeline. */
package io.watchbill.escalation.timeline;
