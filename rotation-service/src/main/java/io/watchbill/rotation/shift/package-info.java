/** The final shifts and gaps of a rotation or a person. */
@NullMarked
package io.watchbill.rotation.shift;

import org.jspecify.annotations.NullMarked;
