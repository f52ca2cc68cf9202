/** Names to look up in the rotation-service's directory. */
@NullMarked
package io.watchbill.escalation.directory;

import org.jspecify.annotations.NullMarked;
