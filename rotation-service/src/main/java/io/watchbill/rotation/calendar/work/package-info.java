/** When people work: working hours, holidays and business time. */
@NullMarked
package io.watchbill.rotation.calendar.work;

import org.jspecify.annotations.NullMarked;
