/** The working hours of people, teams and rotations, as they are configured. */
@NullMarked
package io.watchbill.rotation.hours;

import org.jspecify.annotations.NullMarked;
