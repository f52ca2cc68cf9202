/** What is known of each incident: the newest snapshot that the incident-service sent. */
package io.watchbill.escalation.snapshot;
