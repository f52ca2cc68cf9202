/** Visibility: which incidents a caller may see. */
package io.watchbill.escalation.visibility;
