/** The page of events that other services did not understand. */
@NullMarked
package io.watchbill.rotation.parked;

import org.jspecify.annotations.NullMarked;
