/** Limits on how much expensive work runs at once, in all and for one caller. */
@NullMarked
package io.watchbill.kit.load;

import org.jspecify.annotations.NullMarked;
