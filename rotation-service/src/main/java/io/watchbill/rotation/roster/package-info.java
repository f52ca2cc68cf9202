/** Schedules of other programs, taken over as iCalendar files. */
package io.watchbill.rotation.roster;
