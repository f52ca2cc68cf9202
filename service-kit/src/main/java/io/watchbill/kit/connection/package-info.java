/** Bounds on the open HTTP connections of a process, in all and of one source. */
@NullMarked
package io.watchbill.kit.connection;

import org.jspecify.annotations.NullMarked;
