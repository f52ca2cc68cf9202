/** When people work: working hours, holidays and business time. */
package io.watchbill.rotation.calendar.work;
