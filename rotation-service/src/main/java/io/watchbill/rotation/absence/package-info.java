/** Absences: when a person cannot be on call. */
@NullMarked
package io.watchbill.rotation.absence;

import org.jspecify.annotations.NullMarked;
