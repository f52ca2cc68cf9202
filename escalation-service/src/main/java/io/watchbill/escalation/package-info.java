/** The escalation-service: who is paged, when and how. */
@NullMarked
package io.watchbill.escalation;

import org.jspecify.annotations.NullMarked;
