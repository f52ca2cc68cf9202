/** Notifies people whose shifts change or begin, without paging them. */
@NullMarked
package io.watchbill.rotation.shiftnotice;

import org.jspecify.annotations.NullMarked;
