/** Reads everything that determines a rotation's shifts, and calculates them. */
package io.watchbill.rotation.schedule;
