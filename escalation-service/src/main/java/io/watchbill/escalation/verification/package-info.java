/** Verification: people prove by a code that a contact method reaches them. */
package io.watchbill.escalation.verification;
