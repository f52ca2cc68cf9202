/** Limits on how much expensive work runs at once, in all and for one caller. */
package io.watchbill.kit.load;
