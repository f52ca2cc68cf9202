/** Who may see which incidents: the one rule that every list, count and look-up asks. */
@NullMarked
package io.watchbill.incident.visibility;

import org.jspecify.annotations.NullMarked;
