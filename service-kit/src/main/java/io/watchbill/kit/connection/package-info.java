/** Bounds on the open HTTP connections of a process, in all and of one source. */
package io.watchbill.kit.connection;
