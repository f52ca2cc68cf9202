/** Lists in slices: cursors, order and the link to the next slice. */
package io.watchbill.kit.slice;
