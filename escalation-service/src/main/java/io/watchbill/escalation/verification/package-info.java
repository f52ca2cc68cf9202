/** Verification: people prove by a code that a contact method reaches them. */
@NullMarked
package io.watchbill.escalation.verification;

import org.jspecify.annotations.NullMarked;
