/** The pages on which admins see and change who may do what: keys and rights. */
@NullMarked
package io.watchbill.rotation.access;

import org.jspecify.annotations.NullMarked;
