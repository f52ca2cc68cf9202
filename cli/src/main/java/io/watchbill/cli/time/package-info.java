/** Instants and durations as people write and read them. */
@NullMarked
package io.watchbill.cli.time;

import org.jspecify.annotations.NullMarked;
