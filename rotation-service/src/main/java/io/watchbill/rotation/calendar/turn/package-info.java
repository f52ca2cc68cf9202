/** The turns of each layer, before overrides and roles decide who takes them. */
package io.watchbill.rotation.calendar.turn;
