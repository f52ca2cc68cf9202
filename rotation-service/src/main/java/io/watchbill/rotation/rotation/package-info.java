/** Rotations: their definitions, validation and versions. */
@NullMarked
package io.watchbill.rotation.rotation;

import org.jspecify.annotations.NullMarked;
