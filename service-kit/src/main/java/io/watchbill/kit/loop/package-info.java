/** Background loops: repeated iterations, woken after commits and watched by liveness. */
@NullMarked
package io.watchbill.kit.loop;

import org.jspecify.annotations.NullMarked;
