/** Holidays of countries, and those imported from iCalendar files. */
@NullMarked
package io.watchbill.rotation.holiday;

import org.jspecify.annotations.NullMarked;
