/** Who is on call. */
@NullMarked
package io.watchbill.cli.oncall;

import org.jspecify.annotations.NullMarked;
