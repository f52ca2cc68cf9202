/** Incidents and what people do with them. */
@NullMarked
package io.watchbill.cli.incident;

import org.jspecify.annotations.NullMarked;
