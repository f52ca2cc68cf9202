/** The pages of who is on call: now, and by weeks. */
@NullMarked
package io.watchbill.rotation.board;

import org.jspecify.annotations.NullMarked;
