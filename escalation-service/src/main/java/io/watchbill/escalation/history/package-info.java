/** What is over leaves the tables of open work, and comes back when somebody touches it. */
package io.watchbill.escalation.history;
