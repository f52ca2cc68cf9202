/** Shifts as iCalendar feeds with secret addresses. */
@NullMarked
package io.watchbill.rotation.feed;

import org.jspecify.annotations.NullMarked;
