/**
 * History: resolved incidents leave the tables of open work, and come back when somebody touches
 * them.
 */
package io.watchbill.escalation.history;
