/** Cover requests: somebody takes over another person's shift. */
@NullMarked
package io.watchbill.rotation.cover;

import org.jspecify.annotations.NullMarked;
