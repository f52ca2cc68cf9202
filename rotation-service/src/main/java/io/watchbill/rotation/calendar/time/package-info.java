/** Wall clocks, time spans, weekly hours and cadences. */
package io.watchbill.rotation.calendar.time;
