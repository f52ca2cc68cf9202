/** Notifies people whose shifts change or begin, without paging them. */
package io.watchbill.rotation.shiftnotice;
