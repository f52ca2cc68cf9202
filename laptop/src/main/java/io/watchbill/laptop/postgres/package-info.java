/** The embedded Postgres of an installation. */
@NullMarked
package io.watchbill.laptop.postgres;

import org.jspecify.annotations.NullMarked;
