/** Notices: messages without a page, about shifts, swaps and absences. */
@NullMarked
package io.watchbill.escalation.notice;

import org.jspecify.annotations.NullMarked;
