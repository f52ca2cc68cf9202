/** Completion for shells. */
@NullMarked
package io.watchbill.cli.completion;

import org.jspecify.annotations.NullMarked;
