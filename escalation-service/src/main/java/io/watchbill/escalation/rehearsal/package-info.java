/** The dry run: who would be paged, when and why. */
package io.watchbill.escalation.rehearsal;
