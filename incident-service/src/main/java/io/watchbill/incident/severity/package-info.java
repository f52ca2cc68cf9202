/** The catalogue of severities: what P0 to P3 mean, and the times allowed. */
@NullMarked
package io.watchbill.incident.severity;

import org.jspecify.annotations.NullMarked;
