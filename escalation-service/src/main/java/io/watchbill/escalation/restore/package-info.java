/** Restores: that the database was restored to an older moment is noticed, and pages say so. */
@NullMarked
package io.watchbill.escalation.restore;

import org.jspecify.annotations.NullMarked;
