/** Escalation policies: reads, checks, stores and chooses them. */
@NullMarked
package io.watchbill.escalation.policy;

import org.jspecify.annotations.NullMarked;
