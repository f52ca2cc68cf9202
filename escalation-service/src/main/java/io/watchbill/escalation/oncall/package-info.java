/** On call: the cached shifts and working time of every rotation that a policy names. */
package io.watchbill.escalation.oncall;
