/** What this service tells the incident's timeline. */
package io.watchbill.escalation.timeline;
