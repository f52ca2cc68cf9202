/** Log records as one line each, with the context of the request. */
@NullMarked
package io.watchbill.kit.log;

import org.jspecify.annotations.NullMarked;
