/** Paging somebody by hand. */
@NullMarked
package io.watchbill.cli.page;

import org.jspecify.annotations.NullMarked;
