/** Assigns people to turns: from a rotation to its final shifts. */
@NullMarked
package io.watchbill.rotation.calendar.assignment;

import org.jspecify.annotations.NullMarked;
