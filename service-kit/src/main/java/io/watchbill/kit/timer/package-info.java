/** Durable timers: what must happen when. */
@NullMarked
package io.watchbill.kit.timer;

import org.jspecify.annotations.NullMarked;
