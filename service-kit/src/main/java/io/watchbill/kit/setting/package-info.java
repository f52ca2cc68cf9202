/** What an installation gives: whether it looks right, and which settings there are. */
@NullMarked
package io.watchbill.kit.setting;

import org.jspecify.annotations.NullMarked;
