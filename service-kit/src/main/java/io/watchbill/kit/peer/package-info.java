/** The peer services: their addresses, clients and states. */
package io.watchbill.kit.peer;
