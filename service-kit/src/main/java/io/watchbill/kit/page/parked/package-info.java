/** The page of events that other services did not understand; each service has its own. */
@NullMarked
package io.watchbill.kit.page.parked;

import org.jspecify.annotations.NullMarked;
