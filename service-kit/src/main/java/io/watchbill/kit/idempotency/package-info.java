/** Idempotency keys: a POST that is sent twice takes effect once. */
@NullMarked
package io.watchbill.kit.idempotency;

import org.jspecify.annotations.NullMarked;
