/** Schedules of other programs, taken over as iCalendar files. */
@NullMarked
package io.watchbill.rotation.roster;

import org.jspecify.annotations.NullMarked;
