/** The errors of the incident-service. */
package io.watchbill.incident.problem;
