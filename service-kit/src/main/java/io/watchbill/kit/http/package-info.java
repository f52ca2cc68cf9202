/** Rules for every HTTP request: limits, conditional requests, and errors as problem details. */
@NullMarked
package io.watchbill.kit.http;

import org.jspecify.annotations.NullMarked;
