/** Visibility: which incidents a caller may see. */
@NullMarked
package io.watchbill.escalation.visibility;

import org.jspecify.annotations.NullMarked;
