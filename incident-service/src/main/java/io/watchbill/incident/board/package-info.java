/** The pages of incidents: what is open, one of them with all that can be done, and now. */
@NullMarked
package io.watchbill.incident.board;

import org.jspecify.annotations.NullMarked;
