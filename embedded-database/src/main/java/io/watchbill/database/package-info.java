/** An embedded Postgres with the roles and schemas of the three services. */
package io.watchbill.database;
