/** Archives people and teams, and refuses while future shifts still need them. */
@NullMarked
package io.watchbill.rotation.archive;

import org.jspecify.annotations.NullMarked;
