/** The incident-service: intake, alerts, incidents and their timelines. */
@NullMarked
package io.watchbill.incident;

import org.jspecify.annotations.NullMarked;
