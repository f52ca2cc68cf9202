/** The incident-service: intake, alerts, incidents and their timelines. */
package io.watchbill.incident;
