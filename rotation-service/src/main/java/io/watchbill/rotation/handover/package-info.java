/** The pages on which people ask for cover, propose swaps, and answer both. */
@NullMarked
package io.watchbill.rotation.handover;

import org.jspecify.annotations.NullMarked;
