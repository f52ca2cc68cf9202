/** Identifiers that sort by time (UUIDv7). */
package io.watchbill.kit.id;
