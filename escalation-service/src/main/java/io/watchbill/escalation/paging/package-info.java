/** What pages of the peer services show of paging: who was paged for an incident, and one's own. */
@NullMarked
package io.watchbill.escalation.paging;

import org.jspecify.annotations.NullMarked;
