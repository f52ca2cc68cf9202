/** Events between the services: outbox, relay and receiver. */
@NullMarked
package io.watchbill.kit.event;

import org.jspecify.annotations.NullMarked;
