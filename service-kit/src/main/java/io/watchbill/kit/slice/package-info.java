/** Lists in slices: cursors, order and the link to the next slice. */
@NullMarked
package io.watchbill.kit.slice;

import org.jspecify.annotations.NullMarked;
