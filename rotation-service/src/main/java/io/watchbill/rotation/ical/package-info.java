/** Reads and writes iCalendar (RFC 5545). */
@NullMarked
package io.watchbill.rotation.ical;

import org.jspecify.annotations.NullMarked;
