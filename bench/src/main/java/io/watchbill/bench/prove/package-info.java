/** The chaos run of {@code watchbill prove} and the checks of its outcome. */
@NullMarked
package io.watchbill.bench.prove;

import org.jspecify.annotations.NullMarked;
