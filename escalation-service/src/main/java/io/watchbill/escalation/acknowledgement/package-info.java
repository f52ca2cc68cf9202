/** Acknowledgements that arrive here: they stop paging at once and are never undone in silence. */
package io.watchbill.escalation.acknowledgement;
