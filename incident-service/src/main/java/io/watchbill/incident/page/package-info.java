/**
 * Events of the escalation-service: acknowledgements of pages, and what it did about an incident.
 */
package io.watchbill.incident.page;
