/** Whom to page: a person, or who holds a role now. */
@NullMarked
package io.watchbill.cli.recipient;

import org.jspecify.annotations.NullMarked;
