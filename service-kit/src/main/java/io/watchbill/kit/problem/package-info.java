/** Errors as problem details (RFC 9457). */
@NullMarked
package io.watchbill.kit.problem;

import org.jspecify.annotations.NullMarked;
