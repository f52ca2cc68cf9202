/** The one JSON mapper, which rejects unknown fields. */
@NullMarked
package io.watchbill.kit.json;

import org.jspecify.annotations.NullMarked;
