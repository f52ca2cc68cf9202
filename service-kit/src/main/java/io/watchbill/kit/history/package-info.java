/** Tables that are partitioned by month, for what is over. */
@NullMarked
package io.watchbill.kit.history;

import org.jspecify.annotations.NullMarked;
