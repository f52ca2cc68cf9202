/** Acknowledgements of pages: they stop paging at once and are never undone silently. */
package io.watchbill.escalation.acknowledgement;
