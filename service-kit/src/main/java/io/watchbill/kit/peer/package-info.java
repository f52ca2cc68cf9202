/** The peer services: their addresses, clients and states. */
@NullMarked
package io.watchbill.kit.peer;

import org.jspecify.annotations.NullMarked;
