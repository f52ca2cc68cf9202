/** Notices: messages without a page, about shifts, swaps and absences. */
package io.watchbill.escalation.notice;
