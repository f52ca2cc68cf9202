/** People who can be on call. */
@NullMarked
package io.watchbill.rotation.person;

import org.jspecify.annotations.NullMarked;
