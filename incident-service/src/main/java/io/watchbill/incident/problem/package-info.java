/** The errors of the incident-service. */
@NullMarked
package io.watchbill.incident.problem;

import org.jspecify.annotations.NullMarked;
