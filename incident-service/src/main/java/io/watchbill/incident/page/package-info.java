/**
 * Events of the escalation-service: acknowledgements of pages, and what it did about an incident.
 */
@NullMarked
package io.watchbill.incident.page;

import org.jspecify.annotations.NullMarked;
