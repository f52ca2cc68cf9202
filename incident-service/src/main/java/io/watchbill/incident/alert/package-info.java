/** Alerts, one row for each episode, and the groups that they come in. */
package io.watchbill.incident.alert;
