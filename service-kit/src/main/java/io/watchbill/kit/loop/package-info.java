/** Background loops: repeated iterations, woken after commits and watched by liveness. */
package io.watchbill.kit.loop;
