/** Rules for text that people type, and safe ways to show it. */
@NullMarked
package io.watchbill.kit.text;

import org.jspecify.annotations.NullMarked;
