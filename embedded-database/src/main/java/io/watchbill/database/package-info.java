/** An embedded Postgres with the roles and schemas of the three services. */
@NullMarked
package io.watchbill.database;

import org.jspecify.annotations.NullMarked;
