/** API keys: who calls. */
@NullMarked
package io.watchbill.rotation.key;

import org.jspecify.annotations.NullMarked;
