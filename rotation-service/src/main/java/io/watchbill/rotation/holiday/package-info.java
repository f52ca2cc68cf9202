/** Holidays of countries, and those imported from iCalendar files. */
package io.watchbill.rotation.holiday;
