/** Events between the services: outbox, relay and receiver. */
package io.watchbill.kit.event;
