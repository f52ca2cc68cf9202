/** The commands of the {@code watchbill} script, which runs all of Watchbill on one machine. */
@NullMarked
package io.watchbill.laptop;

import org.jspecify.annotations.NullMarked;
