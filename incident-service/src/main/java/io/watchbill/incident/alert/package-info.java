/** Alerts, one row for each episode, and the groups that they come in. */
@NullMarked
package io.watchbill.incident.alert;

import org.jspecify.annotations.NullMarked;
