/** People show that a contact method reaches them: by a code that was sent to it. */
package io.watchbill.escalation.verification;
