/** An order of turns that shares the load evenly. */
package io.watchbill.rotation.calendar.fairness;
