/** The pages on which schedules are made and changed, by a form or as text. */
@NullMarked
package io.watchbill.rotation.editor;

import org.jspecify.annotations.NullMarked;
