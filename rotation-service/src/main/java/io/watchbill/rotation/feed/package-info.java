/** Shifts as iCalendar feeds with secret addresses. */
package io.watchbill.rotation.feed;
