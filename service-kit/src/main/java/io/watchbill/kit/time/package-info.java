/** The service's clock. */
@NullMarked
package io.watchbill.kit.time;

import org.jspecify.annotations.NullMarked;
