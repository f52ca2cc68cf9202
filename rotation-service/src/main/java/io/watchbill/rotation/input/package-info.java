/** Reads and checks what requests contain: ids, instants, zones, texts and numbers. */
@NullMarked
package io.watchbill.rotation.input;

import org.jspecify.annotations.NullMarked;
