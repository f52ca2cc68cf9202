/** What is known of each incident: the newest picture that the incident-service sent. */
package io.watchbill.escalation.picture;
