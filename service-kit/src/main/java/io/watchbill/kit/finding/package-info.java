/** Checks, and what they find: what a package says of itself when an operator asks. */
@NullMarked
package io.watchbill.kit.finding;

import org.jspecify.annotations.NullMarked;
