/** Identifiers that sort by time (UUIDv7). */
@NullMarked
package io.watchbill.kit.id;

import org.jspecify.annotations.NullMarked;
