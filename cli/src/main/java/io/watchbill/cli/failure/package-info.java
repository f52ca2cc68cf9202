/** How a command fails, and with which exit code. */
@NullMarked
package io.watchbill.cli.failure;

import org.jspecify.annotations.NullMarked;
