/** What people hear of without being paged for it: their shifts, swaps, absences. */
package io.watchbill.escalation.notice;
