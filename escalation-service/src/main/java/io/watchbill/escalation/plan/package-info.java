/**
 * Decides whom to page and when: plain functions of a policy, the progress so far, the newest
 * facts, the cached shifts and an instant. Its packages import only the JDK and read no clock.
 */
@NullMarked
package io.watchbill.escalation.plan;

import org.jspecify.annotations.NullMarked;
