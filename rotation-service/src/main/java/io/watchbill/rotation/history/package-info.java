/** The page of a schedule's versions: who changed what, and when. */
@NullMarked
package io.watchbill.rotation.history;

import org.jspecify.annotations.NullMarked;
