/** The page of who is signed in: their shifts, calendar, sessions and keys. */
@NullMarked
package io.watchbill.rotation.me;

import org.jspecify.annotations.NullMarked;
