/** Reads everything that determines a rotation's shifts, and calculates them. */
@NullMarked
package io.watchbill.rotation.schedule;

import org.jspecify.annotations.NullMarked;
