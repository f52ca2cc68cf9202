/** Overrides: somebody else is on call, nobody is, or one more person is. */
@NullMarked
package io.watchbill.rotation.override;

import org.jspecify.annotations.NullMarked;
