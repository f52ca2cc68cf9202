/** On call: the cached shifts and working time of every rotation that a policy names. */
@NullMarked
package io.watchbill.escalation.oncall;

import org.jspecify.annotations.NullMarked;
