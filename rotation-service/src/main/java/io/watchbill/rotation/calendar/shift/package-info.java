/** Shifts and gaps, and the reason for each. */
package io.watchbill.rotation.calendar.shift;
