/** Shows what a new definition would change before it is saved. */
@NullMarked
package io.watchbill.rotation.preview;

import org.jspecify.annotations.NullMarked;
