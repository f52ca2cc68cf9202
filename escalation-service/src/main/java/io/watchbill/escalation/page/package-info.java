/** Pages: each notifies one target of one repetition of a step. */
@NullMarked
package io.watchbill.escalation.page;

import org.jspecify.annotations.NullMarked;
