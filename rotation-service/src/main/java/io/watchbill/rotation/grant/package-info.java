/** Grants: what a principal may do. */
@NullMarked
package io.watchbill.rotation.grant;

import org.jspecify.annotations.NullMarked;
