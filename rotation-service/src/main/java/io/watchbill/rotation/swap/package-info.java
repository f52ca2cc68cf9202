/** Swaps: two people trade shifts. */
package io.watchbill.rotation.swap;
