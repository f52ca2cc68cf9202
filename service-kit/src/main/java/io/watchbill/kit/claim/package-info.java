/** The instant from which claims read their queue, so that they skip rows that are done. */
@NullMarked
package io.watchbill.kit.claim;

import org.jspecify.annotations.NullMarked;
