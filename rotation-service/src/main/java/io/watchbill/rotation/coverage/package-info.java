/**
 * Looks ahead for gaps, double bookings and people who cannot be reached, and notifies their leads.
 */
@NullMarked
package io.watchbill.rotation.coverage;

import org.jspecify.annotations.NullMarked;
