/** The page of how fairly a schedule is shared and how good its coverage is, as pictures. */
@NullMarked
package io.watchbill.rotation.quality;

import org.jspecify.annotations.NullMarked;
