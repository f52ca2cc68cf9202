/** Test pages: a page by the whole path, to see whether it reaches a person. */
@NullMarked
package io.watchbill.incident.testpage;

import org.jspecify.annotations.NullMarked;
