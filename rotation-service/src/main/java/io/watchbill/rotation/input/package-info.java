/** Reads and checks what requests contain: ids, instants, zones, texts and numbers. */
package io.watchbill.rotation.input;
