/** Assigns people to turns: from a rotation to its final shifts. */
package io.watchbill.rotation.calendar.assignment;
