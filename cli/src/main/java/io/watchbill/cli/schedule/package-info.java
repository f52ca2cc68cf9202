/** The shifts of a rotation. */
@NullMarked
package io.watchbill.cli.schedule;

import org.jspecify.annotations.NullMarked;
