/** Acknowledgements of pages: they stop paging at once and are never undone silently. */
@NullMarked
package io.watchbill.escalation.acknowledgement;

import org.jspecify.annotations.NullMarked;
