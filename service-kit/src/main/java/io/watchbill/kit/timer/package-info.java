/** Durable timers: what must happen when. */
package io.watchbill.kit.timer;
