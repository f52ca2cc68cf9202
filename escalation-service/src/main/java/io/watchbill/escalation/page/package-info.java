/** Pages: each notifies one target of one repetition of a step. */
package io.watchbill.escalation.page;
