/** The rotation service: who is on call. */
@NullMarked
package io.watchbill.rotation;

import org.jspecify.annotations.NullMarked;
