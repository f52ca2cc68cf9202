/** The audit log: who changed what, where no timeline records it. */
@NullMarked
package io.watchbill.kit.audit;

import org.jspecify.annotations.NullMarked;
