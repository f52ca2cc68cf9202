/**
 * Looks ahead for gaps, double bookings and people who cannot be reached, and notifies their leads.
 */
package io.watchbill.rotation.coverage;
