/** Errors as problem details (RFC 9457). */
package io.watchbill.kit.problem;
