/** Shifts and gaps, and the reason for each. */
@NullMarked
package io.watchbill.rotation.calendar.shift;

import org.jspecify.annotations.NullMarked;
