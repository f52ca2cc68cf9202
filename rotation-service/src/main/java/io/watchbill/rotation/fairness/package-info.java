/** How evenly the on-call load is shared, and a plan that evens it out. */
@NullMarked
package io.watchbill.rotation.fairness;

import org.jspecify.annotations.NullMarked;
