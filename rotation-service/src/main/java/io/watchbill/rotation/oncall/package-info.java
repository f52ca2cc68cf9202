/** Who is on call now, and who is next. */
@NullMarked
package io.watchbill.rotation.oncall;

import org.jspecify.annotations.NullMarked;
