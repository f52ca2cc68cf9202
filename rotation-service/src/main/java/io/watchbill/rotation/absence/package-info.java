/** Absences: when a person cannot be on call. */
package io.watchbill.rotation.absence;
