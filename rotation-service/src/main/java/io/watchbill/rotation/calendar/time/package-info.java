/** Wall clocks, time spans, weekly hours and cadences. */
@NullMarked
package io.watchbill.rotation.calendar.time;

import org.jspecify.annotations.NullMarked;
