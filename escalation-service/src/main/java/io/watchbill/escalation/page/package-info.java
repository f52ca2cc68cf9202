/** Pages: one target told of one repetition of one step. */
package io.watchbill.escalation.page;
