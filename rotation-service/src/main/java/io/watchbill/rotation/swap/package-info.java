/** Swaps: two people trade shifts. */
@NullMarked
package io.watchbill.rotation.swap;

import org.jspecify.annotations.NullMarked;
