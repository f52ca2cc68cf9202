/** Reads and writes iCalendar (RFC 5545). */
package io.watchbill.rotation.ical;
