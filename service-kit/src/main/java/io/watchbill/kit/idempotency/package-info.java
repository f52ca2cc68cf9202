/** Idempotency keys: a POST that is sent twice takes effect once. */
package io.watchbill.kit.idempotency;
