/** The command line {@code wb}: where it starts, and its commands. */
@NullMarked
package io.watchbill.cli;

import org.jspecify.annotations.NullMarked;
