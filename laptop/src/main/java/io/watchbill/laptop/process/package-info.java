/** Operating system processes: started, recognised, supervised and ended. */
@NullMarked
package io.watchbill.laptop.process;

import org.jspecify.annotations.NullMarked;
