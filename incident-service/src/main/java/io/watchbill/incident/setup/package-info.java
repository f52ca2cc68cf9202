/** The pages where senders are set up, and where it is seen what they have sent. */
@NullMarked
package io.watchbill.incident.setup;

import org.jspecify.annotations.NullMarked;
