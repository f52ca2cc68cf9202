/** Conditions that the filters of several lists share. */
@NullMarked
package io.watchbill.incident.filter;

import org.jspecify.annotations.NullMarked;
