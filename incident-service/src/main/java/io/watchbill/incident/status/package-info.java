/** The status page, which shows without a key whether the service works. */
@NullMarked
package io.watchbill.incident.status;

import org.jspecify.annotations.NullMarked;
