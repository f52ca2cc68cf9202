/** The catalogue of severities: what P0 to P3 mean, and the times allowed. */
package io.watchbill.incident.severity;
