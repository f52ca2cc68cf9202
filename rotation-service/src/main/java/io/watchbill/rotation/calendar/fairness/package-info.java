/** An order of turns that shares the load evenly. */
@NullMarked
package io.watchbill.rotation.calendar.fairness;

import org.jspecify.annotations.NullMarked;
