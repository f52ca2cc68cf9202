/** The turns of each layer, before overrides and roles decide who takes them. */
@NullMarked
package io.watchbill.rotation.calendar.turn;

import org.jspecify.annotations.NullMarked;
