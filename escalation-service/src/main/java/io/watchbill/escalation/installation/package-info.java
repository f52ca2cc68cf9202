/** What installation a process belongs to, and whether others use the same database. */
@NullMarked
package io.watchbill.escalation.installation;

import org.jspecify.annotations.NullMarked;
