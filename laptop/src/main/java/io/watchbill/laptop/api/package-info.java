/** Calls to a service with a key. */
@NullMarked
package io.watchbill.laptop.api;

import org.jspecify.annotations.NullMarked;
