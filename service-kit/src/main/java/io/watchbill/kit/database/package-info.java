/** Transactions with deadlines on a service's own schema. */
@NullMarked
package io.watchbill.kit.database;

import org.jspecify.annotations.NullMarked;
