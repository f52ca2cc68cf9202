/**
 * History: resolved incidents leave the tables of open work, and come back when somebody touches
 * them.
 */
@NullMarked
package io.watchbill.escalation.history;

import org.jspecify.annotations.NullMarked;
